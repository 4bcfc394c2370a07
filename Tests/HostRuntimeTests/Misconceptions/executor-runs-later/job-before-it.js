// SPDX-License-Identifier: MIT
Promise.resolve().then(() => console.log('job'));
const ready = new Promise((resolve) => {
  console.log('connecting');
  resolve('ready');
});
ready.then((text) => console.log(text));
console.log('script');
