// SPDX-License-Identifier: MIT
// A file that is not there, awaited at the top level and not caught: the program ends with 1.
import { readFile } from 'node:fs/promises';

process.on('exit', (code) => console.log('exit', code));
console.log('before');
await readFile('surely/missing');
console.log('never');
