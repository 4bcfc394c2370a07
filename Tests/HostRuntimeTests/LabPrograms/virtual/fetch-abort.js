// SPDX-License-Identifier: MIT
'use strict';
// A signal ends a request before it is sent, on its way and while its body arrives, always with its own reason.
const lab = require('lab');

lab.route('GET /slow', { latency: 100, body: 'too late' });
lab.route('GET /silent', { hang: true });
lab.route('GET /long', { latency: 10, chunks: ['one ', 'two ', 'three'], chunkInterval: 10 });

async function attempt(label, work) {
  try {
    console.log(label, await work());
  } catch (error) {
    console.log(label, performance.now(), error instanceof DOMException ? error.name : error, error.message ?? '');
  }
}

(async () => {
  await attempt('before', () => fetch('http://api.test/slow', { signal: AbortSignal.abort() }));
  await attempt('on its way', () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    return fetch('http://api.test/slow', { signal: controller.signal });
  });
  await attempt('own reason', () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('changed my mind'), 30);
    return fetch('http://api.test/slow', { signal: controller.signal });
  });
  await attempt('deadline', () => fetch('http://api.test/silent', { signal: AbortSignal.timeout(500) }));
  await attempt('body', async () => {
    const controller = new AbortController();
    const response = await fetch('http://api.test/long', { signal: controller.signal });
    setTimeout(() => controller.abort(), 15);
    return response.text();
  });
  await attempt('too late', async () => {
    const controller = new AbortController();
    const text = await (await fetch('http://api.test/slow', { signal: controller.signal })).text();
    controller.abort();
    return text;
  });
  await attempt('delay', () => lab.delay(1000, 'late', { signal: AbortSignal.timeout(40) }));
  console.log(lab.calls().map(({ url, outcome }) => `${url.slice(15)} ${outcome}`).join(', '));
  console.log(lab.stats());
})();
