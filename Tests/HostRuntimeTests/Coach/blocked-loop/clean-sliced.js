// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

function render(parts, done) {
  if (parts === 0) {
    done();
    return;
  }
  lab.busy(8);
  setImmediate(render, parts - 1, done);
}

const heart = setInterval(() => {}, 10);
render(30, () => {
  clearInterval(heart);
  console.log('rendered');
});
