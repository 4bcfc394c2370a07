// SPDX-License-Identifier: MIT
// expect: 12:starvation
'use strict';
const lab = require('lab');

let isReady = false;
setTimeout(() => { isReady = true; }, 100);

// Looks again and again, each time in a new job: the timer above never gets its turn.
function whenReady() {
  if (isReady) return Promise.resolve('ready');
  return Promise.resolve().then(whenReady);
}

lab.delay(50).then(() => console.log('half way'));
whenReady().then((word) => console.log(word));
