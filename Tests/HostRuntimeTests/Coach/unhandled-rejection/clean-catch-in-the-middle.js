// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({ 'GET /avatar': { latency: 15, failures: ['fail'], body: 'pixels' } });

fetch('http://img.test/avatar')
  .then((response) => response.text())
  .catch(() => 'a grey square')
  .then((picture) => console.log('drawn:', picture))
  .finally(() => console.log('done'));
