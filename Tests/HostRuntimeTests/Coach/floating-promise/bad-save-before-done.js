// SPDX-License-Identifier: MIT
// expect: 14:floating-promise
'use strict';
const lab = require('lab');

const db = lab.db({ latency: 20, rows: () => [] });

async function saveOrder(order) {
  await db.query('INSERT INTO orders VALUES ($1)', [order.id]);
  console.log('saved', order.id);
}

async function checkout(order) {
  saveOrder(order);
  console.log('thank you');
}

checkout({ id: 7 }).catch((error) => console.error('checkout failed', error.message));
