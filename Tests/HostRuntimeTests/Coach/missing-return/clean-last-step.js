// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const saved = [];

async function save(name) {
  await lab.delay(10);
  saved.push(name);
}

lab.delay(5, ['a', 'b'])
  .then((names) => Promise.all(names.map((name) => save(name))))
  .then(() => {
    console.log('saved', saved.length);
  });
