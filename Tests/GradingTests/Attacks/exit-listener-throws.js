// SPDX-License-Identifier: MIT
// attack: throws from the listener of the exit, so that it does not happen
// expects: fails

process.on('exit', () => { throw new Error('not yet') })
process.exit(0)
