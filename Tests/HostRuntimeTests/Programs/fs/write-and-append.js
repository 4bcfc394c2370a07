// SPDX-License-Identifier: MIT
'use strict';
// What the flags of writeFile and appendFile do, and in which order the forms come to an end.
const fs = require('node:fs');
const { at, describe } = require('./fixtures/scratch.js');
const file = at('notes');
const show = (title) => console.log(title, JSON.stringify(fs.readFileSync(file, 'utf8')));

fs.writeFileSync(file, 'one\n');
fs.appendFileSync(file, Buffer.from('two\n'));
fs.writeFileSync(file, 'three\n', { flag: 'a' });
show('appended');
fs.writeFileSync(file, 'x', { flag: 'r+' });
show('in place');
try {
  fs.writeFileSync(file, '', { flag: 'wx' });
} catch (error) {
  console.log(describe(error));
}
fs.writeFileSync(file, '6869', 'hex');
show('hex');
fs.writeFileSync(file, new Uint16Array([0x6261, 0x6463]));
show('view');

fs.writeFile(file, 'callback', (error) => {
  show(`callback ${error}`);
  fs.appendFile(file, '+', { encoding: 'utf8' }, (error) => {
    show(`appended ${error}`);
    fs.promises.writeFile(file, 'promise').then(() => {
      show('promise');
      return fs.promises.appendFile(file, '+');
    }).then((result) => show(`appended ${result}`));
  });
});
