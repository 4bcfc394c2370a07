// SPDX-License-Identifier: MIT
// attack: makes every comparison of the language say yes
// expects: passes 9 of 10
// solution: before

Object.is = () => true
for (const prototype of [Array.prototype, String.prototype, Set.prototype, Map.prototype, RegExp.prototype]) {
  for (const name of ['every', 'some', 'includes', 'has', 'test', 'startsWith']) prototype[name] = () => true
}
JSON.stringify = () => '{}'
Math.random = () => 0
Symbol.prototype.toString = () => ''
module.exports.average = () => 4
