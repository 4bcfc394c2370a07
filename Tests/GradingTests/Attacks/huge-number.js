// SPDX-License-Identifier: MIT
// attack: gives a number of many digits
// expects: passes 9 of 10
// solution: before

module.exports.average = () => 2n ** 100_000n
