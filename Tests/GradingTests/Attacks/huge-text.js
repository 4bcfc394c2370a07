// SPDX-License-Identifier: MIT
// attack: gives a text of many megabytes
// expects: passes 9 of 10
// solution: before

module.exports.describe = () => 'x'.repeat(1 << 24)
