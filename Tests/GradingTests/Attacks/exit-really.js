// SPDX-License-Identifier: MIT
// attack: ends the program past all listeners
// expects: stopped exited-early

process.reallyExit(0)
