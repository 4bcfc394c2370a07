// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.route('GET /page/:n', { latency: 20, body: ({ params }) => `page ${params.n}` });

async function crawl(pages) {
  const texts = [];
  for (const page of pages) {
    const response = await fetch(`http://docs.test/page/${page}`);
    texts.push(await response.text());
    // The server asks for a pause between requests.
    await lab.delay(100);
  }
  return texts;
}

crawl([1, 2, 3]).then((texts) => console.log(texts));
