// SPDX-License-Identifier: MIT
// expect: 10:blocked-loop
'use strict';
const lab = require('lab');

const beats = [];
const heart = setInterval(() => beats.push(performance.now()), 10);

function buildIndex() {
  for (let part = 0; part < 4; part++) lab.busy(30);
}

buildIndex();
setTimeout(() => {
  clearInterval(heart);
  console.log('first beat at', beats[0]);
}, 50);
