// SPDX-License-Identifier: MIT
'use strict';
// FileHandle: an open file with methods that promise.
const fs = require('node:fs/promises');
const { at } = require('./fixtures/scratch.js');

async function main() {
  const file = await fs.open(at('file'), 'w+');
  console.log(typeof file.fd, file.constructor.name);
  console.log(await file.write('hello '));
  console.log(await file.write(Buffer.from('-world-'), 1, 5));
  console.log(await file.write(Buffer.from('J'), { position: 0 }));
  console.log((await file.stat()).size, await file.read(Buffer.alloc(5), 0, 5, 0));
  console.log((await file.read({ position: 6 })).bytesRead, await file.read(Buffer.alloc(2)));
  await file.truncate(5);
  await file.sync();
  await file.appendFile('!');
  console.log(await fs.readFile(at('file')), await file.readFile('utf8'));
  await file.writeFile(['x', 'y']);
  console.log(JSON.stringify(await fs.readFile(at('file'), 'latin1')));
  file.on('close', () => console.log('close event'));
  const closing = file.close();
  console.log(file.fd, closing === file.close());
  console.log(await closing, await file.close());
  await file.stat().catch((error) => console.log(error.code, error.syscall, error.message));
  await fs.open(at('none')).catch((error) => console.log(error.code, error.syscall));

  const other = await fs.open(at('file'));
  console.log(await fs.readFile(other, { encoding: 'latin1' }) === await fs.readFile(at('file'), 'latin1'));
  const reading = other.stat();
  const closed = other.close().then(() => console.log('closed after the stat'));
  console.log((await reading).isFile(), other.fd);
  await closed;
  const disposable = await fs.open(at('file'));
  await disposable[Symbol.asyncDispose]();
  console.log(disposable.fd);
}
main();
