// SPDX-License-Identifier: MIT
// attack: fills memory with arrays
// expects: stopped allocation-bomb

const kept = []
for (;;) kept.push(new Array(100_000).fill(7))
