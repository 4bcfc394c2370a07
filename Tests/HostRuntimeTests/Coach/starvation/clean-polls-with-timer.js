// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

let isReady = false;
setTimeout(() => { isReady = true; }, 100);

async function whenReady() {
  while (!isReady) await lab.delay(10);
  return 'ready';
}

whenReady().then((word) => console.log(word));
