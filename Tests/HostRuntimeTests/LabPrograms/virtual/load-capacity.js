// SPDX-License-Identifier: MIT
'use strict';
// 4 ms of work for each request is 250 a second; the 50 ms of waiting are no work, and only fill the time between.
const lab = require('lab');

const handler = async () => {
  lab.busy(4);
  await lab.delay(50);
  return 'ok';
};

function show({ rps, completed, throughput, latency, inFlight, loopLag, utilization }) {
  console.log(`${rps}/s:`, completed, 'completed,', throughput.toFixed(1), 'a second,', utilization.toFixed(3), 'busy');
  console.log('  latency', latency.min, latency.p50, latency.max, 'in flight', inFlight.mean.toFixed(1), inFlight.max);
  console.log('  loop lag', loopLag.mean, loopLag.max);
}

(async () => {
  // Below the ceiling the answer of each request finds the thread idle: 4 + 50 ms.
  show(await lab.load(handler, { rps: 100 }));
  show(await lab.load(handler, { rps: 240 }));
  // At the ceiling it finds it in the middle of another request, and waits 2 ms for its end.
  show(await lab.load(handler, { rps: 250 }));
  // Beyond, no more come out than before: the rest queues up, for as long as the load lasts.
  for (const rps of [300, 1000]) {
    const { completed, throughput, latency, inFlight, loopLag } = await lab.load(handler, { rps });
    console.log(`${rps}/s:`, completed, 'completed,', throughput.toFixed(1), 'a second');
    console.log('  loop lag', loopLag.mean.toFixed(1), loopLag.max.toFixed(1));
    // As many as have not begun when the last one arrives, at least.
    console.log('  queue', inFlight.max >= completed - 2500, latency.p50 > loopLag.mean);
  }
})();
