// SPDX-License-Identifier: MIT
console.log('script begins');
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('job'));
console.log('script ends');
