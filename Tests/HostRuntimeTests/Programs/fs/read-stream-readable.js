// SPDX-License-Identifier: MIT
'use strict';
// 'readable' and read(), for who wants to fetch.
const fs = require('node:fs');
const path = require('node:path');

const stream = fs.createReadStream(path.join(__dirname, 'fixtures', 'numbers.json'), { highWaterMark: 10 });
stream.setEncoding('utf8');
stream.on('readable', () => {
  console.log('readable');
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) console.log('read', JSON.stringify(chunk));
});
stream.on('end', () => console.log('end'));
stream.on('close', () => console.log('close'));
