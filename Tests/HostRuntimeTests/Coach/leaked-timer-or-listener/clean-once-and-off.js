// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { EventEmitter } = require('node:events');
const lab = require('lab');

const settings = new EventEmitter();

async function handle(number) {
  let color = 'blue';
  const follow = (next) => { color = next; };
  settings.on('change', follow);
  try {
    await lab.delay(5);
    return `${number} ${color}`;
  } finally {
    settings.off('change', follow);
  }
}

(async () => {
  for (let number = 1; number <= 12; number++) console.log(await handle(number), settings.listenerCount('change'));
})();
