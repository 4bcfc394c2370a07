// SPDX-License-Identifier: MIT
// attack: sends itself a signal
// expects: fails

process.kill(process.pid, 'SIGKILL')
