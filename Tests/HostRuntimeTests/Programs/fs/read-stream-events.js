// SPDX-License-Identifier: MIT
'use strict';
// The events of a read stream, and what runs between them.
const fs = require('node:fs');
const path = require('node:path');
const file = path.join(__dirname, 'fixtures', 'numbers.json');

const stream = fs.createReadStream(file, { highWaterMark: 16 });
console.log(stream.pending, stream.readable, stream.bytesRead, stream.fd, path.basename(stream.path));
const after = (text) => {
  process.nextTick(() => console.log(`  tick after ${text}`));
  Promise.resolve().then(() => console.log(`  promise after ${text}`));
};
for (const name of ['open', 'ready', 'data', 'end', 'close', 'error']) {
  stream.on(name, (value) => {
    console.log(name, name === 'data' ? `${value}` : typeof value);
    after(name);
  });
}
stream.on('end', () => console.log(stream.readableEnded, stream.destroyed));
stream.on('close', () => console.log(stream.readable, stream.destroyed, stream.closed, stream.bytesRead));
