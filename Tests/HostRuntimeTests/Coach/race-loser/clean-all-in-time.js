// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

async function first(...works) {
  return Promise.race(works);
}

async function main() {
  console.log(await first(Promise.resolve('cached'), lab.delay(0, 'fresh')));
  const signal = AbortSignal.timeout(1000);
  console.log(await lab.delay(20, 'with a deadline of its own', { signal }));
}

main();
