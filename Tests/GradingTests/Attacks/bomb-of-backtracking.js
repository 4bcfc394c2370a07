// SPDX-License-Identifier: MIT
// attack: is caught in a regular expression
// expects: stopped synchronous-loop

exports.sleep = () => /^(a+)+$/.test(`${'a'.repeat(64)}b`)
