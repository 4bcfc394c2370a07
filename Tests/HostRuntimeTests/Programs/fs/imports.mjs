// SPDX-License-Identifier: MIT
// node:fs and node:fs/promises by import.
import fs, { existsSync, promises, readFileSync } from 'node:fs';
import { readFile } from 'fs/promises';
import * as all from 'node:fs/promises';

const file = new URL('./fixtures/numbers.json', import.meta.url);
console.log(existsSync(file), readFileSync(file, 'utf8').length, fs.readFileSync === readFileSync);
console.log(promises.readFile === readFile, all.default === promises, typeof all.constants);
console.log(JSON.parse(await readFile(file)));
