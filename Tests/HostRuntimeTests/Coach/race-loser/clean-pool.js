// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

async function pool(limit, tasks) {
  const running = new Set();
  const results = [];
  for (const task of tasks) {
    const run = task().then((value) => {
      running.delete(run);
      results.push(value);
    });
    running.add(run);
    if (running.size >= limit) await Promise.race(running);
  }
  await Promise.all(running);
  return results;
}

const tasks = [30, 10, 20, 40, 15].map((ms) => () => lab.delay(ms, ms));
pool(2, tasks).then((results) => console.log(results));
