// SPDX-License-Identifier: MIT
// expect: 9:never-settled
'use strict';
const lab = require('lab');

const answers = new Map([['a', 1]]);

function ask(question) {
  return new Promise((resolve) => {
    lab.delay(10).then(() => {
      const answer = answers.get(question);
      if (answer !== undefined) resolve(answer);
      // Nobody is told when there is no answer.
    });
  });
}

async function main() {
  console.log('a', await ask('a'));
  console.log('b', await ask('b'));
  console.log('done');
}

main();
