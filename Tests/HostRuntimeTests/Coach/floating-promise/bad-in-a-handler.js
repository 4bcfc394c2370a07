// SPDX-License-Identifier: MIT
// expect: 18:floating-promise
'use strict';
const { EventEmitter } = require('node:events');
const lab = require('lab');

const stock = new Map([['pen', 2]]);
const orders = new EventEmitter();

async function reserve(item) {
  await lab.delay(10);
  const left = stock.get(item) ?? 0;
  if (left === 0) throw new Error(`no ${item} left`);
  stock.set(item, left - 1);
}

orders.on('order', (item) => {
  reserve(item);
  console.log('order taken:', item);
});

orders.emit('order', 'pen');
orders.emit('order', 'ink');
