// SPDX-License-Identifier: MIT
console.log('before');
new Promise((resolve) => {
  console.log('executor');
  resolve();
}).then(() => console.log('then'));
console.log('after');
