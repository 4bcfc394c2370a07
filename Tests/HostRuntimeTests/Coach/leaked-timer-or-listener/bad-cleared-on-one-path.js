// SPDX-License-Identifier: MIT
// expect: 7:leaked-timer-or-listener
'use strict';
const lab = require('lab');

async function withSpinner(work) {
  const spinner = setInterval(() => {}, 80);
  const result = await work();
  clearInterval(spinner);
  return result;
}

async function main() {
  console.log(await withSpinner(() => lab.delay(100, 'first')));
  try {
    await withSpinner(async () => { throw new Error('second fails'); });
  } catch (error) {
    console.log(error.message);
  }
}

main();
