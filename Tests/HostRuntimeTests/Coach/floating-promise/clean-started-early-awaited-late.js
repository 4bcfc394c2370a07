// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({
  'GET /user': { latency: 40, body: { name: 'Grace' } },
  'GET /settings': { latency: 60, body: { theme: 'dark' } },
});
const get = async (path) => (await fetch(`http://api.test${path}`)).json();

async function page() {
  const user = get('/user');
  const settings = get('/settings');
  await lab.delay(10);
  console.log('head sent');
  const [{ name }, { theme }] = await Promise.all([user, settings]);
  console.log(name, theme);
}

page();
