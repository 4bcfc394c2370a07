#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Writes random asynchronous programs that end, and that print the same on every run of Node.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateProgram } from './random-programs/generate.mjs';

const FEATURES = ['yield-star', 'generator-return'];
const USAGE = `usage: Scripts/random-programs.mjs --count N --seed S --out DIR [--without FEATURE[,FEATURE]]

Writes N programs to DIR. The same seed gives the same files on every machine. A program may throw, be ended by an
unhandled rejection or exit with any code, but its order never depends on chance.

  --without     leave out: ${FEATURES.join(', ')}
`;

function readOptions() {
  const text = { type: 'string' };
  const help = { type: 'boolean' };
  const { values } = parseArgs({ options: { count: text, seed: text, out: text, without: text, help } });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const count = Number(values.count);
  const without = new Set((values.without ?? '').split(',').filter(Boolean));
  if (!(Number.isInteger(count) && count >= 1 && values.seed && values.out)) {
    throw new Error('--count, --seed and --out are needed');
  }
  for (const feature of without) if (!FEATURES.includes(feature)) throw new Error(`${feature}: unknown feature`);
  return { count, without, seed: values.seed, out: values.out };
}

try {
  const { count, seed, out, without } = readOptions();
  fs.mkdirSync(out, { recursive: true });
  for (let index = 1; index <= count; index++) {
    const { name, text } = generateProgram(seed, index, without);
    fs.writeFileSync(path.join(out, name), text);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
