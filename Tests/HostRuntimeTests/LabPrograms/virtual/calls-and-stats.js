// SPDX-License-Identifier: MIT
'use strict';
// Every request is recorded with its times: what ran together and what one after the other can be seen.
const lab = require('lab');

lab.route('GET /items/:id', { latency: 80, body: ({ params }) => params.id });

(async () => {
  const ids = [1, 2, 3];
  for (const id of ids) await (await fetch(`http://shop.test/items/${id}`)).text();
  console.log(performance.now(), lab.stats());
  lab.reset();
  lab.route('GET /items/:id', { latency: 80, jitter: 0, failures: ['ok', 404] });
  await Promise.all(ids.map((id) => fetch(`http://shop.test/items/${id}`)));
  console.log(performance.now(), lab.stats());
  for (const call of lab.calls('GET /items/:id')) console.log(call);
  console.log(lab.calls('GET /other').length);
})();
