// SPDX-License-Identifier: MIT
'use strict';
// Bad arguments reject before anything is asked of the system: after how many promise jobs is part of the order.
const fs = require('node:fs/promises');

const attempts = {
  stat: () => fs.stat(5),
  readFile: () => fs.readFile(5),
  writeFile: () => fs.writeFile('file', 5),
  appendFile: () => fs.appendFile('file', 5),
  rm: () => fs.rm(5),
  truncate: () => fs.truncate(5),
  open: () => fs.open('file', 'nonsense'),
  readdir: () => fs.readdir('.', 'nonsense'),
  aborted: () => fs.readFile(__filename, { signal: AbortSignal.abort() }),
};
let jobs = 0;
let isOver = false;
const count = () => {
  jobs++;
  if (!isOver) Promise.resolve().then(count);
};
Promise.resolve().then(count);
const all = Object.entries(attempts).map(([name, attempt]) => (
  attempt().catch((error) => console.log(`after ${jobs}:`, name, error.name, error.code))
));
Promise.all(all).then(() => isOver = true);
