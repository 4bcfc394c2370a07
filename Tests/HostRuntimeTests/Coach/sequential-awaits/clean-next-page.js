// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.route('GET /list', {
  latency: 30,
  body: ({ query: { cursor } }) => ({ items: [cursor], next: Number(cursor) < 2 ? Number(cursor) + 1 : null }),
});

async function all() {
  const items = [];
  let cursor = 0;
  while (cursor !== null) {
    const response = await fetch(`http://api.test/list?cursor=${cursor}`);
    const page = await response.json();
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

all().then((items) => console.log(items));
