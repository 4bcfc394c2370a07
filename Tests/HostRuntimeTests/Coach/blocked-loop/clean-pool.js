// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const crypto = require('node:crypto');
const { promisify } = require('node:util');

const pbkdf2 = promisify(crypto.pbkdf2);

async function main() {
  const keys = await Promise.all(['ada', 'alan', 'grace'].map((name) => pbkdf2('secret', name, 50_000, 32, 'sha256')));
  console.log(keys.map((key) => key.length));
}

const heart = setInterval(() => {}, 10);
main().then(() => clearInterval(heart));
