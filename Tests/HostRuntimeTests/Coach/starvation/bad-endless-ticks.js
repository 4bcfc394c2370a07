// SPDX-License-Identifier: MIT
// expect: 10:starvation
'use strict';
const fs = require('node:fs');

let content;
fs.readFile(__filename, 'utf8', (error, text) => { content = error ?? text; });

function wait() {
  if (content === undefined) process.nextTick(wait);
  else console.log(content.length);
}

wait();
