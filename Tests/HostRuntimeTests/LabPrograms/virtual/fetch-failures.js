// SPDX-License-Identifier: MIT
'use strict';
// A script of failures is followed request by request; then all is well. Each kind looks as it does in Node.
const lab = require('lab');

const script = ['ok', 'fail', 503, 'timeout', 'hang', new Error('certificate has expired')];
lab.route('GET /flaky', { latency: 10, timeout: 2000, failures: script, body: 'fine' });
lab.route('GET /broken', { failures: 'fail' });
lab.route('GET /crashes', { body: () => { throw new RangeError('no such page'); } });
lab.route('GET /counted', { failures: (count) => (count % 2 === 1 ? 500 : 'ok'), body: 'even' });

async function show(path) {
  try {
    const response = await fetch(`http://api.test${path}`);
    console.log(performance.now(), response.status, await response.text());
  } catch (error) {
    const { cause } = error;
    console.log(performance.now(), `${error}`, '<-', cause.code ?? 'no code', cause.message);
  }
}

(async () => {
  for (let count = 0; count < 7; count++) await show('/flaky');
  await show('/broken');
  await show('/broken');
  await show('/crashes');
  await show('/counted');
  await show('/counted');
  await show('/nowhere');
})();
