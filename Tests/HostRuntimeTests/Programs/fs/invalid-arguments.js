// SPDX-License-Identifier: MIT
'use strict';
// Arguments of the wrong kind are refused at once, in every form but the promises'.
const fs = require('node:fs');
const nothing = () => {};

const attempts = {
  'path': () => fs.openSync(5),
  'path object': () => fs.stat({}, nothing),
  'null byte': () => fs.readFileSync('a\0b'),
  'null byte in bytes': () => fs.unlinkSync(Buffer.from('a\0b')),
  'URL': () => fs.readFileSync(new URL('https://example.org/')),
  'two paths': () => fs.renameSync('a', 7),
  'no callback': () => fs.readFile('a'),
  'not a callback': () => fs.mkdir('a', {}, 'callback'),
  'flags': () => fs.openSync('a', 'rw'),
  'mode': () => fs.openSync('a', 'r', '9'),
  'mode of mkdir': () => fs.mkdirSync('a', -1),
  'access mode': () => fs.accessSync('a', 8),
  'copy mode': () => fs.copyFileSync('a', 'b', 'x'),
  'encoding': () => fs.readFileSync('a', 'utf-9'),
  'options': () => fs.readFile('a', 5, nothing),
  'signal': () => fs.readFile('a', { signal: {} }, nothing),
  'data': () => fs.writeFileSync('a', { text: 1 }),
  'data of write': () => fs.writeSync(1, 5),
  'recursive': () => fs.mkdirSync('a', { recursive: 1 }),
  'force': () => fs.rmSync('a', { force: 'yes' }),
  'retries': () => fs.rmSync('a', { maxRetries: -1 }),
  'length': () => fs.truncateSync('a', 'x'),
  'time': () => fs.utimesSync('a', 'x', 1),
  'link type': () => fs.symlinkSync('a', 'b', 'hard'),
  'descriptor': () => fs.closeSync('1'),
  'negative descriptor': () => fs.fstatSync(-1),
  'fraction': () => fs.fsyncSync(0.5),
  'prefix': () => fs.mkdtemp(5, nothing),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    attempt();
    console.log(name, 'was accepted');
  } catch (error) {
    console.log(`${name}: ${error.name} ${error.code}: ${error.message}`);
  }
}
