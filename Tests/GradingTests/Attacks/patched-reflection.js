// SPDX-License-Identifier: MIT
// attack: breaks what builtin code is made of
// expects: passes 7 of 10
// solution: before

for (const target of [Reflect, Object]) {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (typeof target[name] === 'function') target[name] = () => true
  }
}
module.exports.average = () => 4
