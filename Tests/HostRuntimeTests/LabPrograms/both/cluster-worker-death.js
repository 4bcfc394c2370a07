// SPDX-License-Identifier: MIT
'use strict';
// A worker that ends takes its requests with it; another one begins in its place, with nothing of what it knew.
const lab = require('lab');

const handler = async ({ path }, worker) => {
  worker.visits = (worker.visits ?? 0) + 1;
  if (path === '/exit') process.exit(3);
  if (path === '/crash') setTimeout(() => { throw new RangeError('nobody catches this'); }, 5);
  if (path === '/crash' || path === '/slow') await lab.delay(60_000);
  return `worker ${worker.id}, visit ${worker.visits}`;
};
const ask = (cluster, path) => cluster.dispatch(path).then(
  ({ body }) => console.log(path, body),
  ({ code, message, cause }) => console.log(path, code, message, cause?.name));

(async () => {
  const cluster = lab.cluster(1, handler, { name: 'api' });
  await ask(cluster, '/');
  await ask(cluster, '/exit');
  await ask(cluster, '/');
  await Promise.all([ask(cluster, '/slow'), ask(cluster, '/crash')]);
  await ask(cluster, '/');
  console.log(cluster.stats(), cluster.workers.map(({ id }) => id));
  await cluster.close();

  const mortal = lab.cluster(2, handler, { respawn: false });
  await ask(mortal, '/exit');
  await ask(mortal, '/');
  await ask(mortal, '/exit');
  await ask(mortal, '/');
  console.log(mortal.stats().restarts, mortal.workers.map(({ state }) => state));
})();
