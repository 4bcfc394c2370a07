// SPDX-License-Identifier: MIT
// expect: 12:never-settled
'use strict';
const { EventEmitter, once } = require('node:events');
const lab = require('lab');

const connection = new EventEmitter();
lab.delay(20).then(() => connection.emit('closed'));

async function session() {
  console.log('connecting');
  await once(connection, 'open');
  console.log('connected');
}

session().then(() => console.log('end of session'));
