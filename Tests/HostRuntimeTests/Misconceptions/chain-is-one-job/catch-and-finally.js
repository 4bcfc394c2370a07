// SPDX-License-Identifier: MIT
Promise.reject(new Error('lost'))
  .catch((error) => console.log('caught', error.message))
  .finally(() => console.log('tidied up'));
Promise.resolve('found').then((text) => console.log(text)).then(() => console.log('done'));
console.log('asked for both');
