// SPDX-License-Identifier: MIT
'use strict';
// pause, resume, destroy, and a stream that nobody reads.
const fs = require('node:fs');
const path = require('node:path');
const file = path.join(__dirname, 'fixtures', 'numbers.json');

function watched(title, options = {}) {
  const stream = fs.createReadStream(file, { highWaterMark: 12, ...options });
  for (const name of ['data', 'pause', 'resume', 'end', 'close']) {
    stream.on(name, (value) => console.log(title, name, value === undefined ? '' : `${value.length}`));
  }
  stream.on('error', (error) => console.log(title, 'error', error.message));
  return stream;
}
const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));

async function main() {
  const paused = watched('paused');
  paused.once('data', () => {
    paused.pause();
    setTimeout(() => console.log('paused', paused.isPaused()) || paused.resume(), 5);
  });
  await closed(paused);
  const destroyed = watched('destroyed');
  destroyed.once('data', () => destroyed.destroy());
  await closed(destroyed);
  const failed = watched('failed');
  failed.once('data', () => failed.destroy(new Error('enough')));
  await closed(failed);
  const early = watched('early');
  early.destroy();
  await closed(early);
  const controller = new AbortController();
  const aborted = watched('aborted', { signal: controller.signal });
  aborted.once('data', () => controller.abort());
  await closed(aborted);
  const kept = watched('kept open', { autoClose: false });
  await new Promise((resolve) => kept.on('end', resolve));
  console.log(kept.destroyed);
  kept.close(() => console.log('closed by hand'));
}
main();
fs.createReadStream(file).on('open', () => console.log('opened, never read'));
