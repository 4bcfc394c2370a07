// SPDX-License-Identifier: MIT
'use strict';
// One file by callback, by promise and at once; as bytes and as text.
const fs = require('node:fs');
const path = require('node:path');
const file = path.join(__dirname, 'fixtures', 'numbers.json');

const contents = fs.readFileSync(file);
console.log(Buffer.isBuffer(contents), contents.length, contents.subarray(0, 5));
console.log(fs.readFileSync(file, 'utf8'));
console.log(fs.readFileSync(file, { encoding: 'base64' }).slice(0, 12));
console.log(JSON.parse(fs.readFileSync(file)).two);

fs.readFile(file, 'latin1', (error, text) => {
  console.log('callback', error, text.includes('zwÃ¶lf'));
  fs.readFile(file, (error, bytes) => {
    console.log('bytes', error, bytes.equals(contents));
    fs.promises.readFile(file, { encoding: 'hex' }).then((hex) => {
      console.log('promise', hex.slice(0, 10));
      return fs.promises.readFile(file);
    }).then((bytes) => console.log('bytes', bytes.equals(contents)));
  });
});
console.log('the script ends first');
