// SPDX-License-Identifier: MIT
// An hour in which ten thousand jobs start: timers, chains of promises, retries with backoff, immediates, ticks. Under
// the virtual clock it takes no waiting and prints the same bytes every time.
const { setTimeout: sleep } = require('node:timers/promises');

const hour = 3_600_000;
let state = 20;

// Park and Miller's generator, so that every run draws the same numbers.
function random(limit) {
  state = state * 48271 % 2147483647;
  return state % limit;
}

let done = 0;
function finish(name) {
  done++;
  if (done % 100 === 0) console.log(`${done} ${name} at ${performance.now().toFixed(3)}`);
}

async function retry(failures) {
  for (let attempt = 0; attempt < failures; attempt++) await sleep(100 * 2 ** attempt);
  finish('retry');
}

const kinds = [
  () => finish('timer'),
  () => Promise.resolve().then(() => {}).then(() => finish('promise')),
  () => process.nextTick(finish, 'tick'),
  () => setImmediate(finish, 'immediate'),
  () => retry(random(6)),
];

for (let i = 0; i < 10_000; i++) setTimeout(kinds[random(kinds.length)], random(hour));

const heartbeat = setInterval(() => {
  if (done === 10_000) clearInterval(heartbeat);
}, 60_000);

process.on('exit', () => console.log(`${done} jobs in ${(performance.now() / 60_000).toFixed(1)} minutes`));
