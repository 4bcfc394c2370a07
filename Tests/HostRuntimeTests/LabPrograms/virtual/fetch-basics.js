// SPDX-License-Identifier: MIT
'use strict';
// What a route is told about a request, and what becomes of its answer.
const lab = require('lab');

lab.routes({
  'GET /users/:id': {
    latency: 50,
    headers: { 'x-served-by': 'lab' },
    body: ({ params, query, attempt }) => ({ id: params.id, query, attempt }),
  },
  'POST /users': { latency: 20, status: 201, body: (request) => ({ created: request.json().name }) },
  'DELETE /users/:id': { status: 204 },
  '/plain': { latency: 5, body: 'just text' },
  'GET https://other.test/plain': { latency: 5, body: 'the other host' },
});

async function show(url, init) {
  const response = await fetch(url, init);
  const { ok, status, statusText, headers } = response;
  console.log(performance.now(), ok, status, statusText, headers.get('content-type'), await response.text());
}

(async () => {
  await show('http://api.test/users/7?full=yes');
  await show('http://api.test/users/8');
  await show('http://api.test/users', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
  await show('http://api.test/users/7', { method: 'delete' });
  await show('http://api.test/plain', { method: 'PUT' });
  await show('https://other.test/plain');
  const request = new Request('http://api.test/users/9', { headers: { accept: 'application/json' } });
  const response = await fetch(request);
  console.log(response.url, response.headers.get('X-Served-By'), await response.json());
})();
