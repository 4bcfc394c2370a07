// SPDX-License-Identifier: MIT
'use strict';
// Changing a file's length, mode and times.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');
const file = at('file');
const show = (title) => console.log(title, JSON.stringify(fs.readFileSync(file, 'latin1')));

fs.writeFileSync(file, '0123456789');
fs.truncateSync(file, 4);
show('shorter');
fs.truncateSync(file, 6);
show('longer');
const times = () => {
  const { atimeMs, mtimeMs } = fs.statSync(file);
  return [atimeMs, mtimeMs];
};
fs.utimesSync(file, 1.5, '2.25');
console.log(times());
fs.utimesSync(file, new Date(1234), 1e9);
console.log(times());
fs.truncate(file, (error) => {
  show(`callback ${error}`);
  fs.utimes(file, 10, 20, (error) => {
    console.log(error, times());
    fs.promises.utimes(file, 30, 40)
      .then(() => console.log(times()))
      .then(() => fs.promises.chmod(file, '600'))
      .then(() => console.log((fs.statSync(file).mode & 0o777).toString(8)))
      .then(() => fs.promises.truncate(file, 2))
      .then(() => show('promise'));
  });
});
