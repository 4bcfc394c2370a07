// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const takers = [];
const items = [];
const take = () => (items.length > 0 ? Promise.resolve(items.shift()) : new Promise((resolve) => takers.push(resolve)));
const put = (item) => (takers.length > 0 ? takers.shift()(item) : items.push(item));

async function consumer(name) {
  while (true) {
    const item = await take();
    await lab.delay(10);
    console.log(name, item);
  }
}

consumer('one');
consumer('two');
for (const item of [1, 2, 3]) put(item);
