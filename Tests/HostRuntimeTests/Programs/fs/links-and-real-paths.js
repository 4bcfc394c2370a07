// SPDX-License-Identifier: MIT
'use strict';
// Symbolic links: what they hold and where they lead.
const fs = require('node:fs');
const { at, directory, describe } = require('./fixtures/scratch.js');
const root = fs.realpathSync(directory);
const shown = (path) => path.replace(root, 'ROOT');

fs.mkdirSync(at('d', 'e'), { recursive: true });
fs.writeFileSync(at('d', 'e', 'file'), '');
fs.symlinkSync('d/e', at('short'));
fs.symlinkSync('../short/file', at('d', 'far'));
fs.symlinkSync('self', at('self'));
fs.symlinkSync('nowhere', at('dangling'));

console.log(fs.readlinkSync(at('short')), fs.readlinkSync(at('d', 'far'), 'buffer'));
console.log(shown(fs.realpathSync(at('d', 'far'))), shown(fs.realpathSync.native(at('short', '..', 'far'))));
console.log(shown(fs.realpathSync(at('d', '.', '..', 'd', 'e'))), fs.realpathSync('/'));
console.log(fs.existsSync(at('dangling')), fs.lstatSync(at('dangling')).isSymbolicLink());
for (const name of ['self', 'dangling', 'none']) {
  try {
    fs.realpathSync(at(name));
  } catch (error) {
    console.log(name, error.code, error.syscall);
  }
}
fs.realpath(at('d', 'far'), (error, path) => {
  console.log(error, shown(path));
  fs.realpath(at('none'), (error) => {
    console.log(error.code, error.syscall);
    fs.realpath.native(at('none'), (error) => {
      console.log(describe(error));
      fs.promises.realpath(at('short')).then((path) => console.log(shown(path)));
    });
  });
});
