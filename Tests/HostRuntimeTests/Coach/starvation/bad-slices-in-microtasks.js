// SPDX-License-Identifier: MIT
// expect: 14:starvation
'use strict';
const lab = require('lab');

const rows = Array.from({ length: 40 }, (_, number) => number);

async function importRows() {
  let done = 0;
  for (const row of rows) {
    lab.busy(5);
    done += row;
    // Meant to let others in, but an await of nothing only yields to microtasks.
    await null;
  }
  return done;
}

setInterval(() => console.log('progress'), 20).unref();
setTimeout(() => console.log('a click'), 10);
importRows().then((sum) => console.log('imported', sum));
