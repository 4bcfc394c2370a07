// SPDX-License-Identifier: MIT
'use strict';
// What fs.promises.writeFile takes besides text and bytes.
const fs = require('node:fs/promises');
const { at } = require('./fixtures/scratch.js');

async function* slowly() {
  yield 'ä';
  await null;
  yield Buffer.from('-');
  yield new Uint8Array([0x7a]);
}

async function main() {
  for (const data of [['a', 'b'], new Set(['c', 'd']), slowly(), new DataView(new ArrayBuffer(2))]) {
    await fs.writeFile(at('file'), data);
    console.log(JSON.stringify(await fs.readFile(at('file'), 'utf8')));
  }
  await fs.writeFile(at('file'), ['e0', 'e1'], 'hex');
  console.log(await fs.readFile(at('file')));
  await fs.writeFile(at('file'), (function*() {
    yield 'before ';
    throw new Error('from the iterable');
  })()).catch((error) => console.log(error.message));
  console.log(await fs.readFile(at('file'), 'utf8'));
  await fs.writeFile(at('file'), {}).catch((error) => console.log(error.code));
}
main();
