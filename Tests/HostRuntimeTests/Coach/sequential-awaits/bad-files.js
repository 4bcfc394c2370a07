// SPDX-License-Identifier: MIT
// expect: 16:sequential-awaits
'use strict';
const { readFile } = require('node:fs/promises');
const lab = require('lab');

async function translate(word) {
  await lab.delay(20);
  return word.length;
}

async function main() {
  const words = ['one', 'three', 'five'];
  let letters = 0;
  for (let index = 0; index < words.length; index++) {
    const length = await translate(words[index]);
    letters += length;
  }
  console.log(letters, (await readFile(__filename, 'utf8')).length > 0);
}

main();
