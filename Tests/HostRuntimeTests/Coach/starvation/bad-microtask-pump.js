// SPDX-License-Identifier: MIT
// expect: 16:starvation
'use strict';


const jobs = Array.from({ length: 5000 }, (_, number) => () => number * 2);
let sum = 0;

function pump() {
  const job = jobs.pop();
  if (job === undefined) {
    console.log('sum', sum);
    return;
  }
  sum += job();
  queueMicrotask(pump);
}

setImmediate(() => console.log('first request at', performance.now() >= 0));
pump();
