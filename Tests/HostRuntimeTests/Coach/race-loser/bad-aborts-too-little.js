// SPDX-License-Identifier: MIT
// expect: 13:race-loser
'use strict';
const lab = require('lab');

lab.route('GET /search', { latency: 500, body: ['late'] });

async function search(text) {
  const controller = new AbortController();
  // The signal is not handed to fetch, so that nothing is aborted.
  const request = fetch(`http://api.test/search?q=${text}`);
  try {
    return await Promise.race([request, lab.delay(50).then(() => 'nothing yet')]);
  } finally {
    controller.abort();
  }
}

search('pens').then((found) => console.log(found));
