// SPDX-License-Identifier: MIT
Promise.reject(new Error('flat tyre'))
  .then(() => console.log('ride to work'))
  .catch((error) => console.log(error.message))
  .then(() => console.log('patch it'))
  .catch(() => console.log('give up'))
  .then(() => console.log('ride slowly'))

Promise.resolve()
  .then(() => console.log('bus stop'))
  .then(() => console.log('bus comes'))
  .then(() => console.log('bus is full'))
