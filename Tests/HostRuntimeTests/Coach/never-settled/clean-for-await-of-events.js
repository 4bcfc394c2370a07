// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { EventEmitter, on } = require('node:events');

const bus = new EventEmitter();

async function listen() {
  for await (const [text] of on(bus, 'line')) {
    console.log('line:', text);
  }
}

listen();
setTimeout(() => bus.emit('line', 'one'), 5);
setTimeout(() => bus.emit('line', 'two'), 10);
