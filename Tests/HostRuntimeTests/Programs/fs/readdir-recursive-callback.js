// SPDX-License-Identifier: MIT
'use strict';
// Node 20 reads a tree before readdir returns, and calls back from inside it.
const fs = require('node:fs');
const path = require('node:path');

const order = [];
fs.readdir(path.join(__dirname, 'fixtures'), { recursive: true }, (error, names) => {
  order.push(`callback ${error} ${names.includes('numbers.json')}`);
});
order.push('after the call');
console.log(order);
try {
  fs.readdir('surely/missing', { recursive: true }, () => console.log('not called'));
} catch (error) {
  console.log('thrown', error.code, error.syscall);
}
