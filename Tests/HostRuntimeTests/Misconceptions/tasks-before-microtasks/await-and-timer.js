// SPDX-License-Identifier: MIT
async function load() {
  console.log('load');
  await null;
  console.log('loaded');
}
setTimeout(() => console.log('timer'), 0);
load();
console.log('script');
