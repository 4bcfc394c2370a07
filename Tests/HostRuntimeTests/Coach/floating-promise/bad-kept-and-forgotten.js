// SPDX-License-Identifier: MIT
// expect: 17:floating-promise
'use strict';
const lab = require('lab');

async function flush(lines) {
  await lab.delay(25);
  console.log('flushed', lines.length);
}

class Log {
  #lines = [];
  add(line) {
    this.#lines.push(line);
  }
  async close() {
    const flushed = flush(this.#lines);
    this.#lines = [];
    console.log('closed');
  }
}

(async () => {
  const log = new Log();
  log.add('one');
  log.add('two');
  await log.close();
})();
