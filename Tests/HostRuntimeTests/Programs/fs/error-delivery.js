// SPDX-License-Identifier: MIT
'use strict';
// The same failure thrown, called back and rejected; an error that comes back later has no frames of the program.
const fs = require('node:fs');
const { at, describe, shown } = require('./fixtures/scratch.js');
const missing = at('missing');

try {
  fs.statSync(missing);
} catch (error) {
  console.log('thrown', describe(error), error.stack.split('\n').length > 1);
}
fs.stat(missing, function(error) {
  console.log('called back', describe(error), arguments.length);
  console.log(shown(require('node:util').inspect(error)));
  fs.promises.stat(missing).catch((error) => {
    console.log('rejected', describe(error));
    fs.promises.readFile(missing).then(undefined, (error) => {
      console.log('rejected', describe(error));
      fs.readFile(missing, (error, data) => console.log('called back', error.code, data));
    });
  });
});
console.log(fs.statSync(missing, { throwIfNoEntry: false }));
