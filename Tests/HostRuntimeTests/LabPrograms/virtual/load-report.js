// SPDX-License-Identifier: MIT
'use strict';
// A report is an object of numbers that prints as a table; a warm-up does not count.
const lab = require('lab');

const server = lab.server({
  routes: {
    'GET /': async () => { lab.busy(1); await lab.delay(20); },
    'GET /search/:words': async () => { lab.busy(2); await lab.delay(70); },
  },
}, { name: 'shop' });

(async () => {
  const mix = { 'GET /': 3, 'GET /search/blue-suede-shoes': 1 };
  const report = await lab.load(server, { rps: 20, duration: 2000, mix });
  console.log(report);
  console.log(Object.keys(report).join(' '));
  console.log(`${report}`.split('\n').every((line) => line.length <= 80));
  let calls = 0;
  const warm = await lab.load(() => lab.busy(++calls <= 10 ? 90 : 3), { rps: 10, duration: 1000, warmup: 1000 });
  console.log(calls, warm.requests, warm.latency.max, warm.throughput.toFixed(2), warm.window);
})();
