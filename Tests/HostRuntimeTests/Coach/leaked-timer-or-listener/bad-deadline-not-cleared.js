// SPDX-License-Identifier: MIT
// expect: 8:leaked-timer-or-listener
'use strict';
const lab = require('lab');

function withDeadline(promise, ms) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('too late')), ms);
    promise.then(resolve, reject);
  });
}

async function main() {
  console.log(await withDeadline(lab.delay(20, 'in time'), 30_000));
}

main();
