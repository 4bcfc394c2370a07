// SPDX-License-Identifier: MIT
// attack: sets the code of success and offers nothing
// expects: fails

process.exitCode = 0
