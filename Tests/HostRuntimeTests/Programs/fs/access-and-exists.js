// SPDX-License-Identifier: MIT
'use strict';
// access tells by an error, exists by a boolean.
const fs = require('node:fs');
const { at, describe } = require('./fixtures/scratch.js');
const { F_OK, R_OK, W_OK, X_OK } = fs.constants;

fs.writeFileSync(at('file'), '', { mode: 0o644 });
console.log(fs.accessSync(at('file')), fs.accessSync(at('file'), R_OK | W_OK), [F_OK, R_OK, W_OK, X_OK]);
try {
  fs.accessSync(at('file'), X_OK);
} catch (error) {
  console.log(describe(error));
}
console.log(fs.existsSync(at('file')), fs.existsSync(at('none')), fs.existsSync(5), fs.existsSync('a\0'));
fs.access(at('none'), (error) => {
  console.log(describe(error));
  fs.access(at('file'), R_OK, function(error) {
    console.log(error, arguments.length);
    fs.exists(at('file'), (...found) => {
      console.log(found);
      fs.promises.access(at('file')).then((result) => console.log(result));
    });
  });
});
fs.exists(5, (...found) => console.log('at once', found));
fs.chmodSync(at('file'), 0o755);
console.log(fs.accessSync(at('file'), X_OK));
