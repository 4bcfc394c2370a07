// SPDX-License-Identifier: MIT
// attack: catches whatever might end its loop
// expects: stopped synchronous-loop

for (;;) {
  try {
    for (;;);
  } catch {} finally {
    continue
  }
}
