// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({ 'GET /flaky': { latency: 10, failures: ['fail', 'fail'], body: 'at last' } });

async function withRetry(attempts) {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      const response = await fetch(`http://api.test/flaky?attempt=${attempt}`);
      return await response.text();
    } catch (error) {
      if (attempt === attempts) throw error;
      await lab.delay(20 * 2 ** (attempt - 1));
    }
  }
}

withRetry(3).then((text) => console.log(text));
