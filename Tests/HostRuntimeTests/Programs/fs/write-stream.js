// SPDX-License-Identifier: MIT
'use strict';
// A write stream: backpressure, callbacks, finish.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

function watched(title, options) {
  const stream = fs.createWriteStream(at('file'), options);
  for (const name of ['open', 'ready', 'drain', 'finish', 'close']) stream.on(name, () => console.log(title, name));
  stream.on('error', (error) => console.log(title, 'error', error.code));
  return stream;
}
const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));
const show = () => console.log(JSON.stringify(fs.readFileSync(at('file'), 'utf8')));

async function main() {
  const plain = watched('plain');
  console.log(plain.write('one ', () => console.log('one')));
  console.log(plain.write(Buffer.from('two '), () => console.log('two')));
  console.log(plain.writableLength, plain.writableEnded, plain.pending);
  plain.end('three', () => console.log('end'));
  await closed(plain);
  console.log(plain.bytesWritten, plain.writableFinished, plain.destroyed);
  show();

  const small = watched('small', { highWaterMark: 4, flags: 'a' });
  console.log(small.write('12345', () => console.log('written')), small.writableNeedDrain);
  small.on('drain', () => small.end());
  await closed(small);
  show();

  const placed = watched('placed', { flags: 'r+', start: 4, encoding: 'hex' });
  placed.end('5457');
  await closed(placed);
  show();

  const late = watched('late');
  late.end();
  late.write('x', (error) => console.log('callback', error.code));
  await closed(late);
}
main();
