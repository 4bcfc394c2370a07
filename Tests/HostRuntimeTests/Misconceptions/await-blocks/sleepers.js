// SPDX-License-Identifier: MIT
Promise.resolve().then(() => console.log('job'));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function worker(name, ms) {
  console.log(name, 'begins');
  await sleep(ms);
  console.log(name, 'ends');
}
worker('long', 50);
worker('short', 10);
