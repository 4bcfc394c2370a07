// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const { EventEmitter } = require('node:events');

const store = new EventEmitter();
// Made for whoever asks; nobody does in this run.
const ready = new Promise((resolve) => store.once('ready', resolve));
store.ready = ready;

setTimeout(() => {
  console.log('worked without');
}, 10);
