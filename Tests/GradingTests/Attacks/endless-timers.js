// SPDX-License-Identifier: MIT
// attack: sets timers without end
// expects: fails

const again = () => setTimeout(again)
exports.sleep = () => new Promise(again)
