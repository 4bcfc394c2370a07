// SPDX-License-Identifier: MIT
'use strict';
// 4 ms of work for each request is 250 a second with one worker, and n times that with n of them.
const lab = require('lab');

const handler = async () => {
  lab.busy(4);
  await lab.delay(50);
};
const isWithin = (value, wanted) => Math.abs(value - wanted) <= 0.05 * wanted;

(async () => {
  for (const n of [1, 2, 4]) {
    const cluster = lab.cluster(n, handler);
    await cluster.ready();
    const { throughput, completed, utilization, workers } = await lab.load(cluster, { rps: 1200, duration: 2000 });
    console.log(n, completed, isWithin(throughput, n * 250), utilization > 0.95 && utilization <= 1,
      workers.map(({ requests }) => requests).join());
    await cluster.close();
  }
  // Below the ceiling nobody waits: each of the four gets one in 20 ms, and is busy for 4 of them.
  const cluster = lab.cluster(4, handler);
  await cluster.ready();
  const calm = await lab.load(cluster, { rps: 200, duration: 10_000 });
  console.log(calm.latency.p50.toFixed(1), calm.latency.max.toFixed(1), calm.loopLag.max.toFixed(1), calm.inFlight.max);
  console.log(calm.utilization.toFixed(2), calm.workers.map(({ utilization }) => utilization.toFixed(2)).join());
})();
