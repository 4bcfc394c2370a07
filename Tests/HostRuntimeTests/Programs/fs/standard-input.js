// SPDX-License-Identifier: MIT
'use strict';
// Standard input by its descriptor and by its name; here there is nothing on it.
const fs = require('node:fs');

console.log(fs.readFileSync(0).length, fs.readSync(0, Buffer.alloc(4)));
fs.readFile(0, 'utf8', (error, text) => console.log(error, JSON.stringify(text)));
