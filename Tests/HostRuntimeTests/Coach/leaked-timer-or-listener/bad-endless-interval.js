// SPDX-License-Identifier: MIT
// expect: 8:leaked-timer-or-listener
'use strict';
const lab = require('lab');

let progress = 0;

const bar = setInterval(() => {
  progress += 10;
}, 100);

async function upload(parts) {
  for (let part = 0; part < parts; part++) await lab.delay(250);
  console.log('uploaded', progress);
}

upload(3);
