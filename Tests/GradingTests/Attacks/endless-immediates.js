// SPDX-License-Identifier: MIT
// attack: sets immediates without end
// expects: stopped timer-storm

const again = () => setImmediate(again)
exports.sleep = () => new Promise(again)
