// SPDX-License-Identifier: MIT
// attack: fills memory that the collector does not count
// expects: fails

const kept = []
for (;;) kept.push(new ArrayBuffer(1 << 24))
