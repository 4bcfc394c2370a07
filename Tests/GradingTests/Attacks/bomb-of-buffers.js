// SPDX-License-Identifier: MIT
// attack: fills memory that the collector does not count
// expects: stopped allocation-bomb

const kept = []
for (;;) kept.push(Buffer.alloc(1 << 22, 1))
