// SPDX-License-Identifier: MIT
'use strict';
// Reading and writing at positions of an open file, with the many kinds of arguments.
const fs = require('node:fs');
const { at } = require('./fixtures/scratch.js');

const fd = fs.openSync(at('file'), 'w+');
console.log(fs.writeSync(fd, 'hello world'), fs.writeSync(fd, Buffer.from('XY-'), 0, 2, 0), fs.writeSync(fd, '!'));
console.log(fs.writeSync(fd, '2021', null, 'hex'), fs.writeSync(fd, 'ab', 20), fs.fstatSync(fd).size);
const buffer = Buffer.alloc(6);
console.log(fs.readSync(fd, buffer, 0, 5, 0), buffer.toString());
console.log(fs.readSync(fd, buffer, { position: 6, length: 3, offset: 2 }), buffer.toString());
console.log(fs.readSync(fd, buffer, { position: 100 }), fs.readSync(fd, buffer, 0, 0));
console.log(fs.readSync(fd, new Uint16Array(2), 0, 4, 0), fs.readSync(fd, buffer, 0, 2, 3n), buffer.toString());
try {
  fs.readSync(fd, buffer, 4, 5, 0);
} catch (error) {
  console.log(error.code, error.message);
}
fs.ftruncateSync(fd, 4);
fs.read(fd, buffer, 0, 6, 0, (error, count, target) => {
  console.log('read', error, count, target === buffer, buffer.toString('latin1', 0, count));
  fs.write(fd, Buffer.from('more'), 1, 2, 4, (error, count, data) => {
    console.log('write', error, count, data.toString());
    fs.write(fd, 'text', 6, 'utf8', (error, count, data) => {
      console.log('write', error, count, data);
      fs.read(fd, { position: 0 }, (error, count, target) => {
        console.log('read', error, count, target.length, target.toString('utf8', 0, count));
        fs.fsync(fd, (error) => {
          console.log('fsync', error);
          fs.close(fd, (error) => {
            console.log('close', error);
            fs.close(fd, (error) => console.log('close again', error.code, error.syscall));
          });
        });
      });
    });
  });
});
