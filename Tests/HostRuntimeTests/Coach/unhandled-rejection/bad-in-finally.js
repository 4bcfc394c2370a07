// SPDX-License-Identifier: MIT
// expect: 18:unhandled-rejection
'use strict';
const lab = require('lab');

lab.routes({ 'GET /feed': { latency: 10, failures: ['fail'] } });

let loading = false;

function refresh() {
  loading = true;
  return fetch('http://news.test/feed')
    .then((response) => response.json());
}

const done = refresh();
done.then((items) => console.log(items.length), () => console.log('no news'));
done.finally(() => { loading = false; });
