// SPDX-License-Identifier: MIT
'use strict';
// Callbacks one after the other: each has a checkpoint of its own, and its immediates run before the next.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

const log = (text) => {
  console.log(text);
  process.nextTick(() => console.log(`  tick after ${text}`));
  Promise.resolve().then(() => console.log(`  promise after ${text}`));
};
fs.mkdir(at('a'), (error) => {
  log(`mkdir ${error}`);
  setImmediate(() => log('immediate'));
  fs.writeFile(at('a', 'b'), 'text', (error) => {
    log(`writeFile ${error}`);
    fs.readdir(at('a'), (error, names) => {
      log(`readdir ${error} ${names}`);
      fs.rename(at('a', 'b'), at('c'), function(error) {
        log(`rename ${error}, arguments: ${arguments.length}`);
        fs.unlink(at('c'), () => log('unlink'));
      });
    });
  });
});
