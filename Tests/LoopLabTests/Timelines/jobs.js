// SPDX-License-Identifier: MIT
// Many promise jobs, and long output, are folded.
console.log('x'.repeat(300))
for (let n = 1; n <= 1000; n++) Promise.resolve().then(() => { if (n % 2) console.log(n) })
