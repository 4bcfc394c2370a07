// SPDX-License-Identifier: MIT
Promise.resolve().then(() => {
  console.log('job begins');
  setTimeout(() => console.log('timer'), 0);
  console.log('job ends');
}).then(() => console.log('next job'));
console.log('script');
