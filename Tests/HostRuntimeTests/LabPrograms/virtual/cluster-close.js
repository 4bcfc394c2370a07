// SPDX-License-Identifier: MIT
'use strict';
// Closing waits for what is under way and takes nothing more; a cluster that nobody closes keeps no program alive.
const lab = require('lab');

const handler = async ({ path, signal }, { id }) => {
  if (path === '/abort') {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return signal.reason.name;
  }
  await lab.delay(100 * id);
  return `worker ${id}`;
};
const log = (...words) => console.log(performance.now().toFixed(0), ...words);

(async () => {
  const cluster = lab.cluster(2, handler);
  // A worker's start takes 10 ms.
  await cluster.ready();
  log('ready');
  log((await cluster.dispatch({ path: '/abort', signal: AbortSignal.timeout(30) })).body);
  cluster.dispatch('/').then(({ body }) => log(body));
  cluster.dispatch('/').then(({ body }) => log(body));
  const closed = cluster.close();
  console.log(closed === cluster.close(), closed === cluster[Symbol.asyncDispose]());
  await cluster.dispatch('/').catch(({ code, message }) => log(code, message));
  await closed;
  log('closed', cluster.workers.map(({ state, requests }) => `${state} ${requests}`).join());
  const many = lab.cluster(12, handler);
  await many.ready();
  await many.close();
  log('all twelve closed');
  const left = lab.cluster(1, handler, { schedule: 'random' });
  log((await left.dispatch('/')).status);
})();
process.on('warning', ({ message }) => console.log(message));
process.on('exit', (code) => console.log('exit', code));
