// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { EventEmitter, once } = require('node:events');
const lab = require('lab');

const process_ = new EventEmitter();

async function untilStopped() {
  await once(process_, 'stop');
  console.log('stopped');
}

untilStopped();
lab.delay(30).then(() => {
  console.log('leaving');
  process.exit(0);
});
