// SPDX-License-Identifier: MIT
// expect: 15:sequential-awaits
'use strict';
const lab = require('lab');

lab.routes({
  'GET /user': { latency: 80, body: { name: 'Ada' } },
  'GET /orders': { latency: 120, body: [1, 2, 3] },
  'GET /offers': { latency: 60, body: ['pen'] },
});
const get = (path) => fetch(`http://shop.test${path}`).then((response) => response.json());

async function dashboard() {
  const user = await get('/user');
  const orders = await get('/orders');
  const offers = await get('/offers');
  console.log(`${user.name}: ${orders.length} orders, ${offers.length} offers`);
}

dashboard();
