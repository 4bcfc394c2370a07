// SPDX-License-Identifier: MIT
// Cycles, sharing and depth survive the way there and back.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const cyclic = { name: 'cyclic', list: [] };
cyclic.self = cyclic;
cyclic.list.push(cyclic, cyclic.list);
let deep = 'bottom';
for (let depth = 0; depth < 500; depth++) deep = [deep];
const shared = { shared: true };
const worker = new Worker(path.join(__dirname, 'fixtures', 'echo.js'));
for (const value of [cyclic, deep, [shared, shared], new Map([[shared, shared]])]) worker.postMessage(value);
worker.postMessage('end');
const received = [];
worker.on('message', (value) => received.push(value));
worker.on('exit', () => {
  const [back, nested, pair, map] = received;
  console.log(back, back.self === back, back.list[0] === back, back.list[1] === back.list);
  let depth = 0;
  let at = nested;
  for (; Array.isArray(at); at = at[0]) depth++;
  console.log(depth, at, pair[0] === pair[1], pair[0] === shared);
  for (const [key, value] of map) console.log(key === value);
});
