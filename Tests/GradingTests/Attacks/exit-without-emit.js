// SPDX-License-Identifier: MIT
// attack: patches what an exit calls
// expects: stopped exited-early

process.emit = () => { throw new Error('no') }
process.on = process.emit
process._exiting = true
process.exit(0)
