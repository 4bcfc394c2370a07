// SPDX-License-Identifier: MIT
// The same box, but an old question is taken back before a new one is asked.
const lab = require('lab');
lab.route('GET /search', { latency: 60, body: ({ url }) => `results for "${new URL(url).searchParams.get('q')}"` });

let controller = new AbortController();
let shown = '';
async function onInput(text) {
  controller.abort();
  controller = new AbortController();
  try {
    const response = await fetch(`http://shop.test/search?q=${text}`, { signal: controller.signal });
    shown = await response.text();
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

setTimeout(onInput, 0, 'te');
setTimeout(onInput, 100, 'tea');
process.on('exit', () => console.log('show', shown));
