// SPDX-License-Identifier: MIT
// attack: computes for ever
// expects: stopped synchronous-loop

for (;;);
