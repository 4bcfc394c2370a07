// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const cache = new Map();

async function warmUp(key) {
  await lab.delay(50);
  cache.set(key, key.toUpperCase());
}

async function start() {
  void warmUp('config');
  await lab.delay(5);
  console.log('listening');
}

start().then(() => console.log('cache', cache.size));
