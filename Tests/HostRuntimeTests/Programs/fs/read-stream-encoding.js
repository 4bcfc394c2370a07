// SPDX-License-Identifier: MIT
'use strict';
// Characters that lie across two chunks stay whole.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');
fs.writeFileSync(at('file'), 'aäö€😀z');

async function chunks(options) {
  const found = [];
  for await (const chunk of fs.createReadStream(at('file'), options)) found.push(chunk);
  return found;
}

async function main() {
  console.log(await chunks({ encoding: 'utf8', highWaterMark: 2 }));
  console.log(await chunks({ highWaterMark: 5 }));
  console.log(await chunks('base64'));
  console.log(await chunks({ encoding: 'hex', highWaterMark: 3, start: 1 }));
  const stream = fs.createReadStream(at('file'), { highWaterMark: 3 }).setEncoding('utf8');
  for await (const chunk of stream) console.log(chunk);
  fs.writeFileSync(at('file'), Buffer.alloc(200_000, 'x'));
  console.log((await chunks({})).map(({ length }) => length));
}
main();
