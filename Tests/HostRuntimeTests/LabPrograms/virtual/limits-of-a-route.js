// SPDX-License-Identifier: MIT
'use strict';
// A rate limit answers 429 with the time to wait; a limit of concurrency lets requests queue, a backlog refuses them.
const lab = require('lab');

lab.route('GET /limited', { latency: 10, rateLimit: { requests: 2, per: 3000 }, body: 'ok' });
lab.route('GET /narrow', { latency: 100, concurrency: 2, backlog: 1, body: 'ok' });

async function show(path) {
  const response = await fetch(`http://api.test${path}`);
  console.log(performance.now(), path, response.status, response.headers.get('retry-after'));
}

(async () => {
  await show('/limited');
  await show('/limited');
  await show('/limited');
  await lab.delay(2970);
  await show('/limited');
  await show('/limited');
  console.log('all at once');
  await Promise.all(Array.from({ length: 5 }, () => show('/narrow')));
})();
