// SPDX-License-Identifier: MIT
// attack: aborts
// expects: stopped exited-early

process.abort()
