// SPDX-License-Identifier: MIT
'use strict';
// What is not answered in time has failed, and its signal says so; a failure or a bad status is no completion either.
const lab = require('lab');

(async () => {
  const reasons = [];
  const hanging = await lab.load(({ path, signal }) => new Promise((resolve) => {
    signal.addEventListener('abort', () => reasons.push(signal.reason.name));
    if (path === '/good') resolve('fine');
  }), { rps: 4, duration: 1000, timeout: 300, mix: ['/good', '/bad'] });
  const { requests, completed, failed, timedOut, window, byPath } = hanging;
  console.log({ requests, completed, failed, timedOut, window }, reasons);
  console.log(byPath['/good'].completed, byPath['/bad'].timedOut, byPath['/bad'].latency.max);

  let count = 0;
  const failing = await lab.load(async () => {
    await lab.delay(5);
    if (++count % 4 === 0) throw new Error('no');
    return count % 4 === 1 ? { status: 503 } : 'yes';
  }, { rps: 100, duration: 400 });
  console.log(failing.requests, failing.completed, failing.failed, failing.timedOut, failing.latency.max);

  const blocked = await lab.load(() => lab.busy(500), { rps: 10, duration: 1000, timeout: 1200 });
  console.log(blocked.requests, blocked.completed, blocked.timedOut);

  await lab.load(() => {}, { rps: 10, signal: AbortSignal.timeout(450) }).catch(({ name }) => console.log(name));
})();
