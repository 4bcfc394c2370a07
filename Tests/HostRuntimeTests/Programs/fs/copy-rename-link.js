// SPDX-License-Identifier: MIT
'use strict';
// Files under other names.
const fs = require('node:fs');
const { at, describe, directory } = require('./fixtures/scratch.js');
const { COPYFILE_EXCL } = fs.constants;

fs.writeFileSync(at('a'), 'contents', { mode: 0o600 });
fs.copyFileSync(at('a'), at('b'));
console.log(fs.readFileSync(at('b'), 'utf8'), (fs.statSync(at('b')).mode & 0o777).toString(8));
try {
  fs.copyFileSync(at('a'), at('b'), COPYFILE_EXCL);
} catch (error) {
  console.log(describe(error));
}
fs.linkSync(at('a'), at('hard'));
fs.appendFileSync(at('hard'), '!');
console.log(fs.readFileSync(at('a'), 'utf8'), fs.statSync(at('a')).nlink);
fs.renameSync(at('b'), at('c'));
console.log(fs.readdirSync(directory));
fs.copyFile(at('hard'), at('c'), (error) => {
  console.log(error, fs.readFileSync(at('c'), 'utf8'));
  fs.rename(at('none'), at('d'), (error) => {
    console.log(describe(error));
    fs.promises.copyFile(at('c'), at('d'), COPYFILE_EXCL)
      .then(() => fs.promises.rename(at('d'), at('e')))
      .then(() => fs.promises.link(at('e'), at('f')))
      .then(() => console.log(fs.readdirSync(directory).join()))
      .then(() => fs.promises.unlink(at('e')))
      .then(() => console.log(fs.readdirSync(directory).join()));
  });
});
