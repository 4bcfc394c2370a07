// SPDX-License-Identifier: MIT
'use strict';
// A body is read once: whole, in chunks as they arrive, or twice by way of a clone.
const lab = require('lab');

lab.route('GET /data', { latency: 10, body: { answer: 42 } });
lab.route('GET /parts', { latency: 10, chunks: 3, chunkInterval: 20, body: 'abcdefgh' });

(async () => {
  const once = await fetch('http://api.test/data');
  console.log(once.bodyUsed, await once.json(), once.bodyUsed);
  await once.text().catch((error) => console.log(`${error}`));

  const original = await fetch('http://api.test/data');
  const copy = original.clone();
  console.log(await original.text(), new Uint8Array(await copy.arrayBuffer()).length);
  try {
    original.clone();
  } catch (error) {
    console.log(`${error}`);
  }

  const parts = await fetch('http://api.test/parts');
  for await (const chunk of parts.body) console.log(performance.now(), new TextDecoder().decode(chunk));
  console.log(parts.bodyUsed);

  const first = await fetch('http://api.test/parts');
  const second = first.clone();
  console.log(await second.text(), await first.text(), performance.now());

  const left = await fetch('http://api.test/parts');
  for await (const chunk of left.body) {
    console.log(chunk.length);
    break;
  }
  await left.text().catch((error) => console.log(`${error}`, performance.now()));

  const reader = (await fetch('http://api.test/parts')).body.getReader();
  const { value, done } = await reader.read();
  console.log(value, done);
  await reader.cancel();
  console.log(await reader.read());
})();
