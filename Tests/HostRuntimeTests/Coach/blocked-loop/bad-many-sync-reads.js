// SPDX-License-Identifier: MIT
// expect: 9:blocked-loop
'use strict';
const fs = require('node:fs');

function countLines() {
  let lines = 0;
  for (let round = 0; round < 300; round++) {
    lines += fs.readFileSync(__filename, 'utf8').split('\n').length;
  }
  return lines;
}

setImmediate(() => console.log(countLines() > 300));
setTimeout(() => console.log('a request'), 5);
