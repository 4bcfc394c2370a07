// SPDX-License-Identifier: MIT
// A million timers in a hundred lists: 10 000 for each delay from 1 to 100 ms.
const start = process.hrtime.bigint();
const count = 1e6;
let done = 0;

for (let i = 0; i < count; i++) {
  setTimeout(() => {
    if (++done === count) console.log(Number(process.hrtime.bigint() - start) / 1e6);
  }, 1 + i % 100);
}
