// SPDX-License-Identifier: MIT
// expect: 9:blocked-loop
'use strict';
const crypto = require('node:crypto');
const lab = require('lab');

async function logIn(name, password) {
  await lab.delay(5);
  const hash = crypto.pbkdf2Sync(password, name, 100_000, 32, 'sha256');
  return hash.length === 32;
}

Promise.all([logIn('ada', 'engine'), lab.delay(20)])
  .then(([isWelcome]) => console.log('welcome', isWelcome, performance.now()));
