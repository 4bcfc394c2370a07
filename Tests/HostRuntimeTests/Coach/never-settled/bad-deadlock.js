// SPDX-License-Identifier: MIT
// expect: 11:never-settled
'use strict';
const lab = require('lab');

function makeLock() {
  let tail = Promise.resolve();
  return () => {
    const before = tail;
    let release;
    tail = new Promise((resolve) => { release = resolve; });
    return before.then(() => release);
  };
}

const lock = makeLock();

async function write(name, fails) {
  const release = await lock();
  await lab.delay(10);
  if (fails) return;
  console.log('written', name);
  release();
}

write('one', false);
write('two', true);
write('three', false).then(() => console.log('all written'));
