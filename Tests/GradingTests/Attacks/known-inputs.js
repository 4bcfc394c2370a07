// SPDX-License-Identifier: MIT
// attack: answers the inputs that it has seen, and nothing else
// expects: passes 9 of 10
// solution: before

module.exports.average = (numbers) => ({ '2,4,9': 5 })[numbers.join()]
module.exports.describe = (text) => {
  if (text !== 'to be or') throw new TypeError('no')
  return { count: 3, words: ['to', 'be', 'or'], lengths: new Map([['to', 2], ['be', 2], ['or', 2]]) }
}
