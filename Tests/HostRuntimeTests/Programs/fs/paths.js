// SPDX-License-Identifier: MIT
'use strict';
// Paths as text, bytes and file: URLs, absolute and relative.
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { at } = require('./fixtures/scratch.js');

const file = at('a b%ä.txt');
fs.writeFileSync(pathToFileURL(file), 'by URL');
console.log(fs.readFileSync(file, 'utf8'));
console.log(fs.readFileSync(Buffer.from(file), 'utf8'));
console.log(fs.readFileSync(new TextEncoder().encode(file), 'utf8'));
const relative = path.relative(process.cwd(), file);
console.log(path.isAbsolute(relative), fs.readFileSync(relative, 'utf8'), fs.existsSync(pathToFileURL(file)));
console.log(fs.readdirSync(path.dirname(file)));
console.log(fs.readdirSync(Buffer.from(path.dirname(file)), 'buffer'));
try {
  fs.statSync(Buffer.from('no/such/ä'));
} catch (error) {
  console.log(error.path, error.message);
}
