// SPDX-License-Identifier: MIT
// attack: queues ticks without end
// expects: stopped microtask-starvation

const again = () => process.nextTick(again)
exports.sleep = () => new Promise(again)
