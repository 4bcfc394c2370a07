// SPDX-License-Identifier: MIT
async function load() {
  console.log('load');
  await null;
  console.log('loaded');
}
process.nextTick(() => console.log('tick'));
load();
console.log('end');
