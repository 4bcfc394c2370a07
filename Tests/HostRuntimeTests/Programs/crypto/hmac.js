// Keyed digests: a key of text, bytes or nothing.
const { createHmac } = require('node:crypto');
const show = (...args) => {
  try {
    console.log(createHmac(...args).update('message').digest('hex'));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const key of [
  'key', '', Buffer.from('key'), new Uint8Array(200).fill(7), new ArrayBuffer(3), new DataView(new ArrayBuffer(3)),
  undefined, null, 5, {},
]) show('sha256', key);
for (const name of ['md5', 'sha1', 'sha512', 'RSA-SHA1', 'sha3-256', 'nope', undefined, 5]) show(name, 'key');
show('md5', 'ff', { encoding: 'hex' });
show('md5', 'fff', { encoding: 'hex' });
show('md5', 'ff', { encoding: 5 });
console.log(createHmac('sha256', 'key').update('a').update(Buffer.from('b')).digest());
