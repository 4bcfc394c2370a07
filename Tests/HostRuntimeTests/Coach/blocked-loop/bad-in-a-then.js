// SPDX-License-Identifier: MIT
// expect: 11:blocked-loop
'use strict';
const lab = require('lab');

lab.route('GET /photo', { latency: 20, body: 'pixels' });

async function thumbnail() {
  const response = await fetch('http://img.test/photo');
  const pixels = await response.text();
  lab.busy(800);
  return pixels.slice(0, 2);
}

const server = setInterval(() => {}, 25);
thumbnail().then((small) => {
  console.log(small);
  clearInterval(server);
});
