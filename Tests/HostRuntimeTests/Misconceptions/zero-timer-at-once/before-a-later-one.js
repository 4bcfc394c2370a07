// SPDX-License-Identifier: MIT
console.log('before');
setTimeout(() => console.log('timer of 10 ms'), 10);
setTimeout(() => console.log('timer of 0 ms'), 0);
console.log('after');
