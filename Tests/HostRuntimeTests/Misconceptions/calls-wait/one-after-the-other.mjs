// SPDX-License-Identifier: MIT
const after = (ms, text) => new Promise((resolve) => setTimeout(resolve, ms, text));
after(30, 'slow').then((text) => console.log(text));
after(10, 'fast').then((text) => console.log(text));
console.log('asked for both');
