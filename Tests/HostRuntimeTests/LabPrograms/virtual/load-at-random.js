// SPDX-License-Identifier: MIT
'use strict';
// Near the ceiling chance is enough for a queue: requests that come at random wait, those that come evenly do not.
const lab = require('lab');

const handler = async () => {
  lab.busy(4);
  await lab.delay(50);
};

(async () => {
  const even = await lab.load(handler, { rps: 240 });
  const random = await lab.load(handler, { rps: 240, arrivals: 'poisson' });
  const calm = await lab.load(handler, { rps: 60, arrivals: 'poisson' });
  console.log(even.latency.p99, even.loopLag.max, even.inFlight.max);
  console.log(random.latency.p99 > 100, random.loopLag.p99 > 40, random.inFlight.max > 30);
  console.log(calm.latency.p50 < 56, calm.latency.p99 < 75, calm.inFlight.max < 15);
  console.log(Math.abs(random.requests - 2400) < 150, random.completed === random.requests);
})();
