// SPDX-License-Identifier: MIT
// expect: 9:blocked-loop
'use strict';
const lab = require('lab');

lab.route('GET /page', { latency: 10, body: 'page' });

function renderAll() {
  lab.busy(200);
  return '<html>';
}

setTimeout(() => console.log(renderAll().length), 20);
setTimeout(() => console.log('a click, handled at', performance.now()), 30);
fetch('http://site.test/page').then((response) => console.log(response.status));
