// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({
  'GET /session': { latency: 40, body: { user: 7 } },
  'GET /users/:id': { latency: 40, body: ({ params }) => ({ name: `user ${params.id}` }) },
});

async function main() {
  const response = await fetch('http://api.test/session');
  const session = await response.json();
  const user = await fetch(`http://api.test/users/${session.user}`);
  const { name } = await user.json();
  console.log('hello', name);
}

main();
