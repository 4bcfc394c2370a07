// SPDX-License-Identifier: MIT
'use strict';
// A disk that is full: what was opened opens, what is written fails.
const fs = require('node:fs');
const { describe } = require('./fixtures/scratch.js');

try {
  fs.writeFileSync('/dev/full', 'x');
} catch (error) {
  console.log('sync', describe(error), error.path);
}
const fd = fs.openSync('/dev/full', 'a');
try {
  fs.writeSync(fd, Buffer.alloc(3));
} catch (error) {
  console.log('descriptor', error.code);
}
fs.closeSync(fd);
fs.writeFile('/dev/full', 'x', function(error) {
  console.log('callback', describe(error), arguments.length);
  fs.appendFile('/dev/full', 'x', (error) => {
    console.log('append', error.code);
    fs.promises.writeFile('/dev/full', 'x').catch((error) => {
      console.log('promise', describe(error));
      return fs.promises.writeFile('/dev/full', ['a', 'b']);
    }).catch((error) => console.log('iterable', error.code));
  });
});
