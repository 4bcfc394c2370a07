// SPDX-License-Identifier: MIT
setTimeout(() => console.log('timer 1'), 0);
setTimeout(() => console.log('timer 2'), 0);
async function count() {
  for (const number of [1, 2, 3]) {
    console.log(number);
    await null;
  }
}
count();
console.log('script');
