// SPDX-License-Identifier: MIT
'use strict';
// pipe copies a file and ends the copy.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

fs.writeFileSync(at('source'), 'x'.repeat(100_000) + 'end');
const source = fs.createReadStream(at('source'));
const copy = fs.createWriteStream(at('copy'));
copy.on('pipe', (from) => console.log('pipe', from === source));
copy.on('finish', () => console.log('finish', copy.bytesWritten));
copy.on('close', () => console.log(fs.readFileSync(at('copy')).equals(fs.readFileSync(at('source')))));
source.on('end', () => console.log('end'));
console.log(source.pipe(copy) === copy);
