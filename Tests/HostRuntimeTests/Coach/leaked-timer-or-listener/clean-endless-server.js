// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

// A server that runs for ever; its statistics do not keep it alive.
let served = 0;
const statistics = setInterval(() => { served = 0; }, 60_000);
statistics.unref();

function next() {
  served += 1;
  setTimeout(next, 250);
}

next();
lab.delay(10).then(() => console.log('listening', served));
