// SPDX-License-Identifier: MIT
// attack: gives an object of very many parts
// expects: passes 9 of 10
// solution: before

module.exports.describe = () => Array.from({ length: 120_000 }, () => ({}))
