// Digests by name and encoding.
const { createHash, hash } = require('node:crypto');
for (const name of [
  'md5', 'sha1', 'SHA256', 'sha-256', 'RSA-SHA256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'blake2b512',
  'ripemd160', 'shake128', 'shake256', 'sm3',
]) {
  console.log(name, createHash(name).update('hello').digest('hex'));
}
for (const encoding of ['hex', 'base64', 'base64url', 'latin1', 'buffer', 'ucs2', undefined, null, '', 'nope', 5]) {
  console.log(encoding, createHash('md5').update('hello').digest(encoding));
}
console.log(createHash('sha1').update('a').update('b').update('c').digest('hex'), hash('sha1', 'abc'));
console.log(hash('sha1', Buffer.from('abc'), 'base64'), hash('sha1', 'abc', 'buffer'));
console.log(createHash('shake128', { outputLength: 5 }).update('a').digest('hex'));
console.log(JSON.stringify(createHash('shake256', { outputLength: 0 }).update('a').digest('hex')));
