// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({ 'POST /metrics': { latency: 25, status: 503 } });

async function report(name) {
  const response = await fetch('http://metrics.test/metrics', { method: 'POST', body: name });
  if (!response.ok) throw new Error(`metrics answered ${response.status}`);
}

async function handle(request) {
  // Nobody has to wait for a number in a chart.
  report(request.path).catch((error) => console.warn('not counted:', error.message));
  await lab.delay(5);
  return 'page';
}

handle({ path: '/home' }).then((page) => console.log('sent', page));
