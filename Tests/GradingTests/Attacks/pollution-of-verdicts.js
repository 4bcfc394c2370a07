// SPDX-License-Identifier: MIT
// attack: puts the words of a verdict on all prototypes
// expects: fails

for (const key of ['holds', 'passed', 'hasPassed', 'isOver', 'credit', 'not', 'stop', 'calls', 'startedAt']) {
  Object.prototype[key] = true
}
exports.sleep = async () => 'rested'
