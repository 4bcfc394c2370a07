// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.route('GET /report', { latency: 600, body: 'report' });

async function show() {
  const report = fetch('http://api.test/report').then((response) => response.text());
  const first = await Promise.race([report, lab.delay(200, 'slow')]);
  if (first === 'slow') console.log('still loading …');
  // What lost the race is what the page is for.
  console.log(await report);
}

show();
