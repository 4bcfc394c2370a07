// SPDX-License-Identifier: MIT
// expect: 13:race-loser
'use strict';
const lab = require('lab');

lab.routes({
  'GET http://one.test/file': { latency: 40, body: 'from one' },
  'GET http://two.test/file': { latency: 400, body: 'from two' },
});
const download = async (host) => (await fetch(`http://${host}/file`)).text();

async function fastest() {
  const text = await Promise.any([download('one.test'), download('two.test')]);
  console.log(text);
}

fastest();
