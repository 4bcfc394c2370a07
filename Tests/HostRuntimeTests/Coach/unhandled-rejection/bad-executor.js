// SPDX-License-Identifier: MIT
// expect: 15:unhandled-rejection
'use strict';
const { setTimeout: after } = require('node:timers');

function connect(address) {
  return new Promise((resolve, reject) => {
    after(() => {
      if (address.startsWith('http')) resolve({ address });
      else reject(new TypeError(`not an address: ${address}`));
    }, 30);
  });
}

const connections = ['http://a.test', 'ftp://b.test'].map((address) => connect(address));
connections[0].then(({ address }) => console.log('connected to', address));
