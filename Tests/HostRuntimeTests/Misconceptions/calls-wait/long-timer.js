// SPDX-License-Identifier: MIT
console.log('order tea');
setTimeout(() => console.log('tea is ready'), 300);
console.log('read the paper');
