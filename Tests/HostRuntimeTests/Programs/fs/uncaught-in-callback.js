// SPDX-License-Identifier: MIT
'use strict';
// What a callback throws is an uncaught exception; the program goes on when somebody listens.
const fs = require('node:fs');

process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
process.on('unhandledRejection', (error) => console.log('unhandled', error.code));
fs.stat(__filename, () => {
  fs.access('surely/missing', () => {
    fs.promises.access('surely/missing');
    console.log('after the exception');
  });
  throw new Error('from a callback');
});
