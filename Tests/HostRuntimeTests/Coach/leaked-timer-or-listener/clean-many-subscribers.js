// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { EventEmitter } = require('node:events');

const bus = new EventEmitter();
bus.setMaxListeners(50);

// A fixed set, made once.
const heard = [];
for (const name of Array.from({ length: 20 }, (_, number) => `user ${number}`)) {
  bus.on('news', (text) => heard.push(`${name}: ${text}`));
}

bus.emit('news', 'hello');
console.log(heard.length);
