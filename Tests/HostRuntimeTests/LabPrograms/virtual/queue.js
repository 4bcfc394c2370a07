// SPDX-License-Identifier: MIT
'use strict';
// At least once: what is not acknowledged in time comes again, and after three times it is laid aside.
const lab = require('lab');

const queue = lab.queue({ visibility: 1000, deadLetterAfter: 3 });
const show = (label, message) => console.log(performance.now(), label, message && [message.body, message.attempt]);

(async () => {
  await queue.send({ order: 1 });
  const slow = await queue.receive();
  show('first receiver', slow);
  show('hidden meanwhile', await queue.receive());
  const again = await queue.receive({ wait: 5000 });
  show('second receiver', again);
  console.log('too late', await slow.ack());
  console.log('given back', await again.nack({ delay: 200 }));
  const third = await queue.receive({ wait: 5000 });
  show('third receiver', third);
  await lab.delay(2000);
  console.log(queue.deadLetters, queue.stats());

  lab.delay(70).then(() => queue.send('hello'));
  const waited = await queue.receive({ wait: 5000 });
  show('long poll', waited);
  console.log(await waited.ack(), await waited.ack());
  show('nothing came', await queue.receive({ wait: 500 }));
  await queue.receive({ wait: 500, signal: AbortSignal.timeout(100) }).catch(({ name }) => console.log(name));

  const twice = lab.queue({ duplicates: 1 });
  await twice.send('pay');
  const [one, other] = [await twice.receive(), await twice.receive()];
  console.log(one.id === other.id, one.body, other.body, await twice.receive());
})();
