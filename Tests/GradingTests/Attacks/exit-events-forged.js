// SPDX-License-Identifier: MIT
// attack: tells everybody that the program ends
// expects: passes 10 of 10
// solution: behind

process.emit('beforeExit', 0)
process.emit('exit', 0)
process._exiting = true
