// SPDX-License-Identifier: MIT
'use strict';
// Whatever is wrong with an argument is said at once, by name and with what is taken.
const lab = require('lab');

const wrong = [
  () => lab.busy(-1),
  () => lab.busy('5'),
  () => lab.delay(NaN),
  () => lab.delay(5, 'x', { sginal: null }),
  () => lab.seed(-1),
  () => lab.route('users'),
  () => lab.route('GET /x', { latncy: 5 }),
  () => lab.route('GET /x', { latency: 'slow' }),
  () => lab.route('GET /x', { latency: [80, 20] }),
  () => lab.route('GET /x', { latency: { mean: 50 } }),
  () => lab.route('GET /x', { latency: { p50: 50, p99: 5 } }),
  () => lab.route('GET /x', { failures: ['ok', 'sometimes'] }),
  () => lab.route('GET /x', { failures: { rate: 2 } }),
  () => lab.route('GET /x', { status: 99 }),
  () => lab.route('GET /x', { rateLimit: { requests: 5 } }),
  () => lab.route('GET /x', { concurrency: 0 }),
  () => lab.db({ max: 0 }),
  () => lab.db().query(5),
  () => lab.mailer({ failures: [503] }),
  () => lab.mailer().send({ subject: 'no one' }),
  () => lab.queue({ visibility: 0 }),
  () => lab.topic().subscribe({ overflow: 'drop' }),
  () => lab.server('api'),
  () => lab.server({ routes: { 'GET /x': 'ok' } }),
  () => lab.load('api', { rps: 5 }),
  () => lab.load(() => {}, {}),
  () => lab.load(() => {}, { rps: Infinity }),
  () => lab.load(() => {}, { rps: 5, arrivals: 'sometimes' }),
  () => lab.load(() => {}, { rps: 5, mix: { 'GET /x': 0 } }),
];
for (const attempt of wrong) {
  try {
    attempt();
    console.log('nothing wrong with', String(attempt));
  } catch ({ name, code, message }) {
    console.log(`${name} ${code}: ${message}`);
  }
}
