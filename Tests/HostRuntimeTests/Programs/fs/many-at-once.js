// SPDX-License-Identifier: MIT
'use strict';
// Many files at the same time: all come back, each after what it needs, and sums do not depend on the order.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

const names = Array.from({ length: 20 }, (_, i) => at(`file${i}`));
let left = names.length;
for (const [i, name] of names.entries()) {
  fs.writeFile(name, 'x'.repeat(i), () => {
    left--;
    if (left === 0) read();
  });
}

async function read() {
  const texts = await Promise.all(names.map((name) => fs.promises.readFile(name, 'utf8')));
  console.log(texts.map(({ length }) => length).join());
  const settled = await Promise.allSettled([at('none'), names[3], at()].map((name) => fs.promises.readFile(name)));
  console.log(settled.map(({ status, value, reason }) => [status, value?.length, reason?.code]));
  await Promise.all(names.map((name) => fs.promises.unlink(name)));
  console.log(fs.readdirSync(at()));
}
