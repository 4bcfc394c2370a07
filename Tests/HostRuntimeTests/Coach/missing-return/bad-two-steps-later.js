// SPDX-License-Identifier: MIT
// expect: 12:missing-return
'use strict';
const lab = require('lab');

const stock = { pens: 10 };
const take = (count) => lab.delay(30).then(() => { stock.pens -= count; });

Promise.resolve(3)
  .then((count) => {
    console.log('taking', count);
    take(count);
  })
  .then(() => console.log('left', stock.pens))
  .finally(() => console.log('order closed'));
