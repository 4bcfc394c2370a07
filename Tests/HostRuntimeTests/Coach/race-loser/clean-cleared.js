// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.route('GET /fast', { latency: 30, body: 'fast answer' });

async function withTimeout(work, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

withTimeout(fetch('http://api.test/fast'), 5000).then((response) => console.log(response.status));
