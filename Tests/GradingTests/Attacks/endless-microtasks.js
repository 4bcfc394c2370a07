// SPDX-License-Identifier: MIT
// attack: queues microtasks without end
// expects: stopped microtask-starvation

const again = () => queueMicrotask(again)
exports.sleep = () => new Promise(again)
