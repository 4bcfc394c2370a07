// SPDX-License-Identifier: MIT
// attack: gives an object of a hundred thousand levels
// expects: passes 9 of 10
// solution: before

module.exports.describe = () => {
  let object = {}
  for (let count = 0; count < 100_000; count += 1) object = { object }
  return object
}
