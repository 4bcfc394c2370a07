// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

async function lookUp(key) {
  await lab.delay(10);
  throw new Error(`${key} is unknown`);
}

async function main() {
  const found = lookUp('x');
  found.catch(() => {});
  await lab.delay(50);
  try {
    await found;
  } catch (error) {
    console.log('as expected:', error.message);
  }
}

main();
