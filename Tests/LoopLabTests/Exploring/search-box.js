// SPDX-License-Identifier: MIT
// Each keystroke asks the server, and whatever comes last is shown: a late answer to an old question wins.
const lab = require('lab');
lab.route('GET /search', { latency: 60, body: ({ url }) => `results for "${new URL(url).searchParams.get('q')}"` });

async function onInput(text) {
  const response = await fetch(`http://shop.test/search?q=${text}`);
  console.log('show', await response.text());
}

setTimeout(onInput, 0, 'te');
setTimeout(onInput, 100, 'tea');
