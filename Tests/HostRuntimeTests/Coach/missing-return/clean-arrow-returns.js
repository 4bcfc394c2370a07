// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const save = async (row) => {
  await lab.delay(20);
  return `${row} saved`;
};

lab.delay(5, 'a row')
  .then((row) => save(row))
  .then((text) => console.log(text));
