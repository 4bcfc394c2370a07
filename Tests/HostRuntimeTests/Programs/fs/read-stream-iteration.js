// SPDX-License-Identifier: MIT
'use strict';
// `for await` takes a file in chunks; leaving the loop closes it.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');
fs.writeFileSync(at('file'), 'abcdefghij');

async function read(title, options, body) {
  const stream = fs.createReadStream(at(options.name ?? 'file'), { highWaterMark: 4, encoding: 'utf8', ...options });
  for (const name of ['open', 'end', 'close']) stream.on(name, () => console.log(title, name));
  stream.on('error', (error) => console.log(title, 'error', error.name, error.code));
  const closed = new Promise((resolve) => stream.on('close', resolve));
  try {
    for await (const chunk of stream) {
      console.log(title, chunk);
      if (body?.(chunk)) break;
    }
    console.log(title, 'after the loop', stream.destroyed);
  } catch (error) {
    console.log(title, 'caught', error.code ?? error);
  }
  await closed;
}

async function main() {
  await read('whole', {});
  await read('left early', {}, () => true);
  await read('thrown', {}, (chunk) => {
    if (chunk === 'efgh') throw 'from the body';
  });
  await read('range', { start: 3, end: 7 });
  await read('missing', { name: 'none' });
}
main();
