// SPDX-License-Identifier: MIT
// A million turns of the loop: each immediate queues the next one.
const start = process.hrtime.bigint();
let left = 1e6;

function next() {
  if (--left > 0) setImmediate(next);
  else console.log(Number(process.hrtime.bigint() - start) / 1e6);
}
setImmediate(next);
