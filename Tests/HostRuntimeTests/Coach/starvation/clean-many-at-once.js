// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const values = Array.from({ length: 3000 }, (_, number) => number);

async function double(value) {
  return value * 2;
}

setTimeout(() => console.log('a timer'), 1);

(async () => {
  const doubled = await Promise.all(values.map((value) => double(value)));
  console.log(doubled.reduce((sum, value) => sum + value, 0));
})();
