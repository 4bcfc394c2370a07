// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

function deferred() {
  let resolve;
  const promise = new Promise((settle) => { resolve = settle; });
  return { promise, resolve };
}

const gate = deferred();

async function visitor(name) {
  await gate.promise;
  console.log(name, 'came in');
}

visitor('ada');
visitor('alan');
lab.delay(5000).then(() => gate.resolve());
