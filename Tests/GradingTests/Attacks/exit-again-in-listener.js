// SPDX-License-Identifier: MIT
// attack: exits again from the listener of the exit
// expects: stopped exited-early

process.on('exit', () => process.exit(0))
process.exit(0)
