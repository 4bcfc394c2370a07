// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({
  'GET http://one.test/file': { latency: 40, body: 'from one' },
  'GET http://two.test/file': { latency: 400, body: 'from two' },
});

async function fastest(hosts) {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    return await Promise.any(hosts.map((host) => fetch(`http://${host}/file`, { signal })));
  } finally {
    controller.abort();
  }
}

fastest(['one.test', 'two.test']).then((response) => console.log(response.url));
