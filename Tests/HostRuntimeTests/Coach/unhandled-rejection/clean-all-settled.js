// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({
  'GET /a': { latency: 10, body: 'a' },
  'GET /b': { latency: 20, status: 500 },
});

async function text(path) {
  const response = await fetch(`http://api.test${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

(async () => {
  const results = await Promise.allSettled([text('/a'), text('/b')]);
  for (const { status, value, reason } of results) console.log(status, value ?? reason.message);
})();
