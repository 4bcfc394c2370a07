// SPDX-License-Identifier: MIT
// expect: 7:never-settled
'use strict';
const lab = require('lab');

const waiting = [];
const turn = (name) => new Promise((resolve) => { waiting.push({ name, resolve }); });

async function serve() {
  await lab.delay(10);
  waiting.shift().resolve();
  await lab.delay(10);
  waiting.shift().resolve();
}

async function main() {
  const turns = [turn('a'), turn('b'), turn('c')];
  serve();
  await turns[0];
  console.log('a had its turn');
  await turns[1];
  console.log('b had its turn');
  await turns[2];
  console.log('c had its turn');
}

main();
