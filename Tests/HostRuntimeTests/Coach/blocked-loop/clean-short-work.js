// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

const times = [];
const heart = setInterval(() => times.push(performance.now()), 20);

setTimeout(() => lab.busy(5), 15);
setTimeout(() => lab.busy(10), 40);
setTimeout(() => {
  clearInterval(heart);
  console.log(times.length);
}, 110);
