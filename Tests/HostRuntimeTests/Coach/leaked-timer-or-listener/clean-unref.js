// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

let requests = 0;
setInterval(() => console.log('requests so far', requests), 1000).unref();

async function serve() {
  for (let number = 0; number < 5; number++) {
    await lab.delay(300);
    requests += 1;
  }
}

serve().then(() => console.log('served'));
