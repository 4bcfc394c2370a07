// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');
const { setImmediate: yieldToTasks } = require('node:timers/promises');

async function importRows(count) {
  for (let row = 0; row < count; row++) {
    lab.busy(5);
    await yieldToTasks();
  }
  return count;
}

setTimeout(() => console.log('a click'), 10);
importRows(40).then((count) => console.log('imported', count));
