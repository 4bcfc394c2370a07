// SPDX-License-Identifier: MIT
// Three million ticks: each one queues the next.
const start = process.hrtime.bigint();
let left = 3e6;

function next() {
  if (--left > 0) process.nextTick(next);
  else console.log(Number(process.hrtime.bigint() - start) / 1e6);
}
process.nextTick(next);
