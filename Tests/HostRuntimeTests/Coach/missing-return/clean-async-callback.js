// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.delay(5, 3)
  .then(async (count) => {
    await lab.delay(20);
    return count + 1;
  })
  .then(async (count) => {
    await lab.delay(20);
    console.log(count);
  })
  .then(() => console.log('done'));
