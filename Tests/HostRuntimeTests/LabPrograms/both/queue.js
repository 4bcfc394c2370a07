// SPDX-License-Identifier: MIT
'use strict';
// A consumer that crashes loses nothing: the message comes again to the next one.
const lab = require('lab');

const queue = lab.queue({ visibility: 40 });
(async () => {
  await queue.send('job');
  const lost = await queue.receive();
  const again = await queue.receive({ wait: 5000 });
  console.log(lost.body, lost.attempt, again.body, again.attempt, await again.ack(), await lost.ack());
  console.log(await queue.receive({ wait: 20 }));
})();
