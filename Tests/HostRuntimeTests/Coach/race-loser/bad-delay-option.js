// SPDX-License-Identifier: MIT
// expect: 15:race-loser
'use strict';
const lab = require('lab');

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms, 'timeout'); });

async function answer(question) {
  await lab.delay(question.length);
  return `you asked: ${question}`;
}

async function main() {
  for (const question of ['why', 'when']) {
    const result = await Promise.race([answer(question), pause(1000)]);
    console.log(result);
  }
}

main();
