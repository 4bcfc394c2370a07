// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

async function withSpinner(work) {
  const spinner = setInterval(() => {}, 80);
  try {
    return await work();
  } finally {
    clearInterval(spinner);
  }
}

withSpinner(() => lab.delay(300, 'loaded')).then((text) => console.log(text));
