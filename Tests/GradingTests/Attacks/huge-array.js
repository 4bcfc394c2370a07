// SPDX-License-Identifier: MIT
// attack: gives an array of more elements than there is memory
// expects: passes 9 of 10
// solution: before

module.exports.describe = () => new Array(2 ** 32 - 1)
