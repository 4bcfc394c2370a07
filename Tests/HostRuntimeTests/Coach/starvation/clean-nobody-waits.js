// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const numbers = [];

async function collect(count) {
  for (let number = 0; number < count; number++) {
    numbers.push(await number);
  }
  return numbers.length;
}

// Nothing else is to do in this program.
collect(2000).then((length) => console.log(length));
