// SPDX-License-Identifier: MIT
'use strict';
// A promise of fs settles in a task of its own: promise jobs and ticks that wait come before what awaits it.
const fs = require('node:fs/promises');

async function steps(name, count) {
  for (let i = 1; i <= count; i++) {
    await null;
    console.log(name, i);
  }
}

async function main() {
  console.log('main');
  steps('before', 3);
  const stats = await fs.stat(__filename);
  console.log('stat', stats.isFile());
  process.nextTick(() => console.log('tick'));
  setImmediate(() => console.log('immediate'));
  steps('between', 3);
  const text = await fs.readFile(__filename, 'utf8');
  console.log('readFile', text.length > 100);
}
main().then(() => console.log('done'));
steps('script', 4);
