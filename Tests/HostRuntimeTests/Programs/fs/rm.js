// SPDX-License-Identifier: MIT
'use strict';
// rm of files and trees, with and without force.
const fs = require('node:fs');
const { at, describe, directory } = require('./fixtures/scratch.js');

function plant(name) {
  fs.mkdirSync(at(name, 'one', 'two'), { recursive: true });
  for (const file of ['f', 'one/g', 'one/two/h']) fs.writeFileSync(at(name, file), '');
  fs.symlinkSync(directory, at(name, 'link'));
}
const attempt = (title, action) => {
  try {
    console.log(title, action(), fs.readdirSync(directory));
  } catch (error) {
    console.log(title, error.name, describe(error));
  }
};
plant('tree');
fs.writeFileSync(at('file'), '');
attempt('file', () => fs.rmSync(at('file')));
attempt('missing', () => fs.rmSync(at('file')));
attempt('missing, forced', () => fs.rmSync(at('file'), { force: true }));
attempt('tree', () => fs.rmSync(at('tree')));
attempt('rmdir', () => fs.rmdirSync(at('tree')));
attempt('tree, recursive', () => fs.rmSync(at('tree'), { recursive: true }));

plant('tree');
plant('wood');
fs.rm(at('tree'), (error) => {
  console.log(error.code, error.info.code, error.errno, error.syscall);
  fs.rm(at('tree'), { recursive: true }, (error) => {
    console.log(error, fs.readdirSync(directory));
    fs.promises.rm(at('wood'), { recursive: true }).then((result) => {
      console.log(result, fs.readdirSync(directory));
      return fs.promises.rm(at('wood'));
    }).catch((error) => console.log(describe(error)));
  });
});
