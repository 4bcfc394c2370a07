// SPDX-License-Identifier: MIT
'use strict';
// A handler that fails fails its own request; one that cannot be sent, or uses what is not sent with it, is told so.
const lab = require('lab');

const rate = 0.2;
const handler = ({ path }) => {
  if (path === '/outside') return rate;
  if (path === '/throw') throw Object.assign(new TypeError('bad'), { code: 'E_BAD' });
  if (path === '/function') return () => path;
  return path === '/response' ? new Response('text') : 'fine';
};

(async () => {
  const cluster = lab.cluster(1, handler);
  for (const path of ['/outside', '/throw', '/function', '/response', '/']) {
    const { status, body, error } = await cluster.dispatch(path);
    console.log(path, status, body, error?.code, error instanceof Error);
  }
  console.log(cluster.stats().failed);
  await cluster.dispatch({ path: '/', body: () => {} }).catch(({ name }) => console.log(name));
  await cluster.close();

  for (const attempt of [
    () => lab.cluster(0, handler),
    () => lab.cluster(65, handler),
    () => lab.cluster(1.5, handler),
    () => lab.cluster('4', handler),
    () => lab.cluster(1, 5),
    () => lab.cluster(1, 'handler.js'),
    () => lab.cluster(1, Math.max),
    () => lab.cluster(1, handler, { schedule: 'fair' }),
    () => lab.cluster(1, handler, { respwan: false }),
    () => lab.serve(handler),
  ]) {
    try {
      attempt();
    } catch ({ name, code, message }) {
      console.log(`${name} ${code}: ${message}`);
    }
  }
})();
