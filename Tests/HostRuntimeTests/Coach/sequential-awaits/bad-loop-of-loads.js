// SPDX-License-Identifier: MIT
// expect: 16:sequential-awaits
'use strict';
const lab = require('lab');

lab.route('GET /items/:id', { latency: 50, body: ({ params }) => ({ id: params.id, price: 5 }) });

async function loadItem(id) {
  const response = await fetch(`http://shop.test/items/${id}`);
  return response.json();
}

async function basket(ids) {
  const items = [];
  for (const id of ids) {
    items.push(await loadItem(id));
  }
  return items.reduce((sum, { price }) => sum + price, 0);
}

basket([1, 2, 3, 4]).then((total) => console.log('total', total));
