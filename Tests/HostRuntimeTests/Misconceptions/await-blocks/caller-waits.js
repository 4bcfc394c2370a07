// SPDX-License-Identifier: MIT
async function load() {
  console.log('load');
  await null;
  console.log('loaded');
}
console.log('start');
Promise.resolve().then(() => console.log('job'));
load();
console.log('end');
