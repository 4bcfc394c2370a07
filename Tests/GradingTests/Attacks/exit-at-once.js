// SPDX-License-Identifier: MIT
// attack: ends the program before any check is done
// expects: stopped exited-early

process.exit(0)
