// SPDX-License-Identifier: MIT
// expect: 15:race-loser
'use strict';
const lab = require('lab');

lab.route('GET /fast', { latency: 30, body: 'fast answer' });

function timeout(ms) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
}

async function main() {
  const response = await Promise.race([fetch('http://api.test/fast'), timeout(5000)]);
  console.log(await response.text());
}

main();
