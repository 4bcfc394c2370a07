// SPDX-License-Identifier: MIT
// attack: fills memory with a string
// expects: stopped allocation-bomb

const text = 'x'.repeat(1_000_000)
const kept = []
for (;;) kept.push(text.split(''))
