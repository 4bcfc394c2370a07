// SPDX-License-Identifier: MIT
'use strict';
// util.promisify knows what read, write and exists call back with.
const fs = require('node:fs');
const { promisify } = require('node:util');
const { at } = require('./fixtures/scratch.js');

async function main() {
  const fd = await promisify(fs.open)(at('file'), 'w+');
  console.log(await promisify(fs.write)(fd, Buffer.from('abc')));
  console.log(await promisify(fs.read)(fd, Buffer.alloc(4), 0, 4, 1));
  await promisify(fs.close)(fd);
  console.log(await promisify(fs.exists)(at('file')), await promisify(fs.exists)(at('none')));
  console.log(await promisify(fs.readFile)(at('file'), 'utf8'));
}
main();
