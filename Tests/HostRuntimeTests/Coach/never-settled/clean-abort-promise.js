// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const controller = new AbortController();
const aborted = new Promise((_, reject) => {
  controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
});

async function main() {
  const winner = await Promise.race([lab.delay(20, 'work'), aborted]);
  console.log(winner);
}

main();
