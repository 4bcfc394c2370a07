// SPDX-License-Identifier: MIT
// expect: 13:missing-return
'use strict';
const { setTimeout: after } = require('node:timers');

const wait = (ms) => new Promise((resolve) => { after(resolve, ms); });
const log = [];

function blink() {
  return Promise.resolve()
    .then(() => log.push('on'))
    .then(() => {
      wait(100).then(() => log.push('off'));
    })
    .then(() => log.push('next lamp'));
}

blink().then(() => console.log(log.join(', ')));
