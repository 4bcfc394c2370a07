// SPDX-License-Identifier: MIT
// A small load: what does not depend on the machine is the same under both clocks.
import lab, { busy, delay, load } from 'lab';

const server = lab.server(async () => {
  busy(1);
  await delay(20);
});
const report = await load(server, { rps: 50, duration: 400, mix: { 'GET /a': 3, 'GET /b': 1 } });
const { requests, completed, failed, latency, byPath, throughput, inFlight, utilization } = report;
console.log(requests, completed, failed, latency.min >= 20, byPath['GET /a'].requests, byPath['GET /b'].requests);
console.log(throughput < 51, inFlight.max >= 1, utilization > 0 && utilization < 1, `${report}`.slice(0, 14));
console.log(server.stats().requests);
