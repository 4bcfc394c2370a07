// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({ 'POST /count': { latency: 40, failures: ['fail'] } });

lab.delay(5, 'home')
  .then((page) => {
    fetch('http://stats.test/count', { method: 'POST', body: page })
      .catch((error) => console.log('not counted:', error.message));
    return page.toUpperCase();
  })
  .then((title) => console.log(title));
