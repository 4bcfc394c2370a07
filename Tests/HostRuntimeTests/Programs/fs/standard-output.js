// SPDX-License-Identifier: MIT
'use strict';
// Descriptors 1 and 2 are the console's streams, and what is written to them comes out in order.
const fs = require('node:fs');

console.log('one');
fs.writeSync(1, 'two\n');
console.log('three', fs.fstatSync(1).isDirectory());
fs.writeFileSync(1, 'four\n');
fs.appendFileSync(1, Buffer.from('five\n'));
process.stdout.write('six\n');
fs.write(1, 'seven\n', (error, count) => {
  console.log('eight', error, count);
  fs.writeFile(1, 'nine\n', (error) => console.log('ten', error));
});
fs.writeSync(2, 'not shown\n');
