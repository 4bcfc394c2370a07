// SPDX-License-Identifier: MIT
'use strict';
// A signal that is aborted keeps readFile and writeFile from going on.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');
const file = at('file');
fs.writeFileSync(file, 'contents');
const show = (title) => (error, data) => {
  console.log(title, error?.name, error?.code, error?.message, error?.cause?.name ?? error?.cause, data);
};

const aborted = AbortSignal.abort('a reason');
fs.readFile(file, { signal: aborted }, show('read, aborted before'));
fs.writeFile(file, 'new', { signal: aborted }, show('write, aborted before'));
console.log('called back at once');

const controller = new AbortController();
fs.readFile(file, { signal: controller.signal }, (error, data) => {
  show('read, aborted under way')(error, data);
  fs.promises.readFile(file, { signal: aborted }).catch((error) => {
    show('promise')(error);
    const second = new AbortController();
    const reading = fs.promises.readFile(file, { signal: second.signal });
    second.abort();
    reading.catch((error) => {
      show('promise, under way')(error);
      return fs.promises.writeFile(file, 'new', { signal: aborted });
    }).catch((error) => {
      show('promise of writing')(error);
      console.log(fs.readFileSync(file, 'utf8'));
      const late = new AbortController();
      fs.readFile(file, { encoding: 'utf8', signal: late.signal }, (error, data) => {
        late.abort();
        show('aborted after')(error, data);
      });
    });
  });
});
controller.abort();
