// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

function withDeadline(promise, ms) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

withDeadline(lab.delay(20, 'in time'), 30_000).then((text) => console.log(text));
