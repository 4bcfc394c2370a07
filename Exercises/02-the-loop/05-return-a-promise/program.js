// SPDX-License-Identifier: MIT
Promise.resolve()
  .then(() => Promise.resolve('letter arrives'))
  .then((news) => console.log(news))

Promise.resolve()
  .then(() => console.log('first corner'))
  .then(() => console.log('second corner'))
  .then(() => console.log('third corner'))
  .then(() => console.log('fourth corner'))
