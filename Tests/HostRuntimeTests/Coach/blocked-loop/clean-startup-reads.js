// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const lab = require('lab');

// Before anything waits, reading synchronously is what a program's start does.
const own = fs.readFileSync(__filename, 'utf8');
const exists = fs.existsSync(path.join(__dirname, 'no-such-settings.json'));
lab.busy(80);

console.log(own.length > 100, exists);
setTimeout(() => console.log('listening'), 10);
