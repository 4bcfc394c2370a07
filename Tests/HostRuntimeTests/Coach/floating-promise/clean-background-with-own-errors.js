// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const queue = lab.queue({ latency: 5 });

async function consume(stop) {
  try {
    while (!stop.aborted) {
      const message = await queue.receive({ wait: 100 });
      if (message === null || message === undefined) continue;
      console.log('worked on', message.body);
      await message.ack();
    }
  } catch (error) {
    console.error('consumer ended:', error.message);
  }
}

(async () => {
  const controller = new AbortController();
  consume(controller.signal);
  await queue.send('first');
  await queue.send('second');
  await lab.delay(200);
  controller.abort();
  console.log('stopping');
})();
