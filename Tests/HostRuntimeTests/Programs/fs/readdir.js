// SPDX-License-Identifier: MIT
'use strict';
// Directories: names in the order of their bytes, entries with kinds, whole trees.
const fs = require('node:fs');
const { at, directory, shown, describe } = require('./fixtures/scratch.js');

for (const name of ['b', 'a', 'Z', 'ä', '10', '9']) fs.writeFileSync(at(name), '');
fs.mkdirSync(at('d', 'e'), { recursive: true });
fs.writeFileSync(at('d', 'e', 'deep'), '');
fs.writeFileSync(at('d', 'low'), '');
fs.symlinkSync('a', at('l'));

console.log(fs.readdirSync(directory));
console.log(fs.readdirSync(at('d'), 'buffer'), fs.readdirSync(at('d'), { encoding: 'hex' }));
const entries = fs.readdirSync(directory, { withFileTypes: true });
for (const entry of entries) {
  console.log(entry.name, entry.isFile(), entry.isDirectory(), entry.isSymbolicLink(), shown(entry.parentPath));
}
console.log(Object.keys(entries[0]), entries[0] instanceof fs.Dirent);
console.log(fs.readdirSync(directory, { recursive: true }));
console.log(fs.readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => (
  shown(`${entry.path}/${entry.name}`)
)));
fs.readdir(at('d'), { withFileTypes: true }, (error, entries) => {
  console.log(error, entries.map(({ name }) => name));
  fs.promises.readdir(directory, { recursive: true }).then((names) => {
    console.log(names.join());
    fs.readdir(at('none'), (error) => console.log(describe(error)));
  });
});
