// SPDX-License-Identifier: MIT
'use strict';
// Every subscriber gets everything; a full buffer makes the publisher wait, or drops what is oldest or newest.
const lab = require('lab');

const topic = lab.topic({ latency: 10 });
const patient = topic.subscribe({ buffer: 2, overflow: 'block' });
const latest = topic.subscribe({ buffer: 2, overflow: 'drop-oldest' });
const first = topic.subscribe({ buffer: 2, overflow: 'drop-newest' });
const heard = [];
topic.subscribe((value) => heard.push(value));

async function collect(subscription, pause) {
  const values = [];
  for await (const value of subscription) {
    values.push(value);
    await lab.delay(pause);
  }
  return values;
}

(async () => {
  const slow = lab.delay(200).then(() => collect(patient, 50));
  for (let value = 1; value <= 5; value++) {
    const reached = await topic.publish(value);
    console.log('published', value, 'to', reached, 'at', performance.now());
  }
  console.log(patient.stats(), latest.stats(), first.stats());
  topic.close();
  console.log(await slow, await collect(latest, 1), await collect(first, 1), heard);

  const ticker = lab.topic();
  const aborted = ticker.subscribe({ signal: AbortSignal.timeout(30) });
  setTimeout(() => ticker.publish('tick'), 5);
  setTimeout(() => {}, 100);
  try {
    for await (const value of aborted) console.log(value);
  } catch ({ name }) {
    console.log(name, await aborted.next(), ticker.stats());
  }
})();
