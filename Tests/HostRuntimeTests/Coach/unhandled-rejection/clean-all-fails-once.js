// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

async function part(number) {
  await lab.delay(number * 10);
  if (number > 1) throw new Error(`part ${number} is missing`);
  return number;
}

Promise.all([part(1), part(2), part(3)])
  .then((parts) => console.log('whole', parts))
  .catch((error) => console.log('not whole:', error.message));
