// SPDX-License-Identifier: MIT
const fetched = Promise.resolve({ name: 'Ada' });
fetched
  .then((user) => Promise.resolve(user.name))
  .then((name) => console.log('name', name));
fetched.then(() => console.log('first')).then(() => console.log('second'));
console.log('asked');
