// SPDX-License-Identifier: MIT
// attack: gives objects that hold themselves
// expects: passes 9 of 10
// solution: before

module.exports.describe = () => {
  const map = new Map()
  const result = { count: 3, words: [], lengths: map }
  result.words.push(result)
  map.set(map, map)
  return result
}
