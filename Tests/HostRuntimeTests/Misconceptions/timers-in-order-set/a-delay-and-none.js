// SPDX-License-Identifier: MIT
setTimeout(() => console.log('a second'), 1000);
setTimeout(() => console.log('nothing'), 0);
Promise.resolve().then(() => console.log('job'));
console.log('script');
