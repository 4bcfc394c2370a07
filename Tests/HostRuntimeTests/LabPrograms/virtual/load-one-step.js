// SPDX-License-Identifier: MIT
'use strict';
// One synchronous step of 30 ms in each request: 33 a second, however many come.
const lab = require('lab');

lab.load(() => lab.busy(30), { rps: 100, duration: 6000 }).then((report) => {
  const { requests, completed, throughput, utilization, latency, inFlight } = report;
  console.log(requests, completed, throughput.toFixed(2), utilization);
  console.log(latency.min, latency.max, inFlight.max);
});
