// SPDX-License-Identifier: MIT
'use strict';
// A server hands requests to handlers without a network; what they give back becomes an answer.
const lab = require('lab');

const server = lab.server({
  routes: {
    'GET /hello/:name': ({ params, query }) => `hello ${params.name}${query.loud ? '!' : ''}`,
    'POST /echo': async ({ body, headers }) => ({ status: 201, body: { body, type: headers.type } }),
    'GET /empty': () => undefined,
    'GET /slow': async ({ signal }) => lab.delay(1000, 'late', { signal }),
    'GET /broken': () => { throw new Error('out of paper'); },
    'GET /rejects': async () => { throw new Error('out of ink'); },
  },
}, { name: 'api' });

(async () => {
  console.log(await server.dispatch('GET /hello/ada?loud=1'));
  console.log(await server.dispatch('/hello/alan'));
  console.log(await server.dispatch({ method: 'POST', path: '/echo', body: 'x', headers: { type: 'text' } }));
  console.log(await server.dispatch('/empty'), await server.dispatch('/missing'));
  const { status, body, error } = await server.dispatch('/broken');
  console.log(status, body, error.message);
  console.log((await server.dispatch('/rejects')).body);
  console.log((await server.dispatch({ path: '/slow', signal: AbortSignal.timeout(20) })).body, performance.now());
  console.log(server.name, server.stats());
})();
