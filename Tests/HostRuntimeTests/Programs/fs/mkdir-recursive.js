// SPDX-License-Identifier: MIT
'use strict';
// mkdir of a whole path answers with the first directory that it made.
const fs = require('node:fs');
const { at, shown, describe } = require('./fixtures/scratch.js');

const attempt = (title, action) => {
  try {
    console.log(title, shown(action()));
  } catch (error) {
    console.log(title, describe(error));
  }
};
attempt('new', () => fs.mkdirSync(at('a', 'b', 'c'), { recursive: true }));
attempt('partly new', () => fs.mkdirSync(`${at('a', 'b', 'd', 'e')}/`, { recursive: true }));
attempt('nothing new', () => fs.mkdirSync(at('a', 'b'), { recursive: true }));
attempt('not recursive', () => fs.mkdirSync(at('x', 'y')));
attempt('there already', () => fs.mkdirSync(at('a')));
fs.writeFileSync(at('file'), '');
attempt('a file', () => fs.mkdirSync(at('file'), { recursive: true }));
attempt('below a file', () => fs.mkdirSync(at('file', 'a', 'b'), { recursive: true }));
attempt('mode', () => (fs.mkdirSync(at('private'), 0o700), (fs.statSync(at('private')).mode & 0o777).toString(8)));
fs.mkdir(at('p', 'q'), { recursive: true }, function(error, first) {
  console.log('callback', error, shown(first), arguments.length);
  fs.mkdir(at('p', 'q'), { recursive: true }, function(error, first) {
    console.log('callback', error, first, arguments.length);
    fs.promises.mkdir(at('p', 'r', 's'), { recursive: true }).then((first) => console.log('promise', shown(first)));
  });
});
