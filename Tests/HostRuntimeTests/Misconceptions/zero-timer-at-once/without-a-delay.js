// SPDX-License-Identifier: MIT
Promise.resolve().then(() => console.log('job'));
setTimeout((name) => console.log('timer for', name), undefined, 'Ada');
setTimeout(() => console.log('timer of 5 ms'), 5);
console.log('script');
