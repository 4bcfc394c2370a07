// SPDX-License-Identifier: MIT
console.log('ask');
Promise.resolve('answer').then((text) => console.log(text));
console.log('go on');
