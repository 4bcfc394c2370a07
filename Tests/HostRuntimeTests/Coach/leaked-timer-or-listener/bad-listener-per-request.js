// SPDX-License-Identifier: MIT
// expect: 11:leaked-timer-or-listener
'use strict';
const { EventEmitter } = require('node:events');
const lab = require('lab');

const settings = new EventEmitter();

async function handle(number) {
  let color = 'blue';
  settings.on('change', (next) => { color = next; });
  await lab.delay(5);
  return `${number} ${color}`;
}

(async () => {
  for (let number = 1; number <= 8; number++) {
    console.log(await handle(number));
    await lab.delay(20);
  }
})();
