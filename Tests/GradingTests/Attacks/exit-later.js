// SPDX-License-Identifier: MIT
// attack: ends the program while a check waits
// expects: stopped exited-early

exports.sleep = () => new Promise(() => setImmediate(() => process.exit(0)))
