// SPDX-License-Identifier: MIT
'use strict';
// Simulated work waits in the poll phase while the program goes on.
const lab = require('lab');

lab.route('GET /slow', { latency: 90, body: 'slow' });
lab.route('GET /fast', { latency: 30, body: 'fast' });
const get = async (path) => console.log(await (await fetch(`http://api.test${path}`)).text());

get('/slow');
get('/fast');
lab.delay(60).then(() => console.log('delay'));
setTimeout(() => console.log('timer'), 120);
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
console.log('script');
