// SPDX-License-Identifier: MIT
'use strict';
// Writes that cannot be done tell their callbacks, then the stream.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

async function attempt(title, path, body) {
  const stream = fs.createWriteStream(path);
  const closed = new Promise((resolve) => stream.on('close', resolve));
  for (const name of ['open', 'finish', 'close']) stream.on(name, () => console.log(title, name));
  stream.on('error', (error) => console.log(title, 'error', error.code, error.syscall));
  const callback = (error) => console.log(title, 'callback', error?.code);
  body(stream, callback);
  await closed;
  console.log(title, stream.writableFinished, stream.errored?.code);
}

async function main() {
  await attempt('no directory', at('none', 'file'), (stream, callback) => stream.write('x', callback));
  await attempt('full disk', '/dev/full', (stream, callback) => stream.write('x', callback));
  await attempt('destroyed', at('file'), (stream, callback) => {
    stream.write('x', callback);
    stream.destroy();
  });
  for (const chunk of [null, 5]) {
    try {
      fs.createWriteStream(at('other')).on('error', () => {}).write(chunk);
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
}
main();
