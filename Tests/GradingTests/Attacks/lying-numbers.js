// SPDX-License-Identifier: MIT
// attack: gives a number that lies in every range
// expects: passes 9 of 10
// solution: before

const { average } = module.exports
let sign = -1
const inside = { [Symbol.toPrimitive]: () => (sign = -sign) * Infinity, valueOf: () => (sign = -sign) * Infinity }
module.exports.average = (numbers) => (numbers.length === 3 ? average(numbers) : inside)
