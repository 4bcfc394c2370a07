// SPDX-License-Identifier: MIT
// attack: answers differently each time it is asked
// expects: passes 9 of 10
// solution: before

const { describe } = module.exports
module.exports.describe = (text) => {
  const result = describe(text)
  let asked = 0
  return Object.defineProperty(result, 'count', { enumerable: true, get: () => (asked += 1) })
}
