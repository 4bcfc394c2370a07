// SPDX-License-Identifier: MIT
setTimeout(() => console.log('timer 1'), 0);
setTimeout(() => console.log('timer 2'), 0);
Promise.resolve().then(() => console.log('a')).then(() => console.log('b')).then(() => console.log('c'));
console.log('script');
