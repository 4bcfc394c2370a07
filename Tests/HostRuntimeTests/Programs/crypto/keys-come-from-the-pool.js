// The asynchronous forms answer in a task of their own, after ticks and promise jobs; promisify gives promises.
const { promisify } = require('node:util');
const { pbkdf2, scrypt, randomBytes } = require('node:crypto');
setTimeout(() => console.log('timer, much later'), 200);
pbkdf2('password', 'salt', 1, 4, 'sha256', (error, key) => {
  console.log('key', error, key.toString('hex'));
  process.nextTick(() => console.log('tick of the callback'));
  Promise.resolve().then(() => console.log('job of the callback'));
});
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
(async () => {
  const keys = await Promise.all([
    promisify(pbkdf2)('p', 's', 1, 4, 'md5'), promisify(scrypt)('p', 's', 4, { N: 16 }), promisify(randomBytes)(3),
  ]);
  console.log('all', keys[0], keys[1], keys[2].length);
  await promisify(pbkdf2)('p', 's', 1, 4, 'nope').catch((error) => console.log('rejected', error.code));
})();
console.log('main');
