// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const log = [];
async function step(name, ms) {
  await lab.delay(ms);
  log.push(name);
  return log.length;
}

async function deploy() {
  const built = await step('build', 50);
  const tested = await step('test', 30);
  const shipped = await step('ship', 20);
  console.log(built, tested, shipped, log.join(' → '));
}

deploy();
