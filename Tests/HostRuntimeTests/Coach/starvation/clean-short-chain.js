// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const steps = ['parse', 'check', 'plan', 'run'];

let chain = Promise.resolve([]);
for (const step of steps) {
  chain = chain.then((done) => [...done, step]);
}

setTimeout(() => console.log('a timer'), 1);
chain.then((done) => console.log(done.join(' → ')));
