// SPDX-License-Identifier: MIT
'use strict';
// Numbers by name, and which modules are the same.
const fs = require('node:fs');

const { O_DIRECT, O_DIRECTORY, O_NOFOLLOW, ...rest } = fs.constants;
console.log(rest, [O_DIRECT, O_DIRECTORY, O_NOFOLLOW].map((flag) => typeof flag));
console.log(Object.isFrozen(fs.constants), fs.F_OK, fs.R_OK, fs.W_OK, fs.X_OK);
console.log(fs.promises === require('node:fs/promises'), fs === require('fs'), fs.promises.constants === fs.constants);
console.log(fs.readFile.name, fs.statSync.name, fs.promises.mkdir.name, fs.ReadStream.name, fs.WriteStream.name);
