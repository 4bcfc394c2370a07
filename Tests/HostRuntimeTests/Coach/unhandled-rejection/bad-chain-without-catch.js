// SPDX-License-Identifier: MIT
// expect: 15:unhandled-rejection
'use strict';
const lab = require('lab');

lab.routes({ 'GET /price': { latency: 20, body: 'not json' } });

function showPrice(item) {
  return fetch(`http://shop.test/price?item=${item}`)
    .then((response) => response.text())
    .then((text) => JSON.parse(text));
}

showPrice('pen')
  .then((price) => console.log('price', price));
