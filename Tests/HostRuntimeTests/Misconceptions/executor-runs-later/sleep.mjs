// SPDX-License-Identifier: MIT
const sleep = (ms) => new Promise((resolve) => {
  console.log('sleep', ms);
  setTimeout(resolve, ms);
});
sleep(20).then(() => console.log('awake after 20'));
sleep(10).then(() => console.log('awake after 10'));
console.log('all asleep');
