// A digest can be taken once; copies go their own way before that.
const { createHash, createHmac, Hash, Hmac } = require('node:crypto');
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const first = createHash('sha256').update('a');
const second = first.copy();
second.update('b');
console.log(first.digest('base64'), second.digest('base64'));
console.log(createHash('sha256').update('ab').digest('base64'));
show(() => first.digest());
show(() => first.update('c'));
show(() => first.copy());
console.log(createHash('shake128').update('a').copy({ outputLength: 4 }).digest('hex'));
show(() => createHash('nope'));
show(() => createHash());
show(() => createHash('md5', { outputLength: 5 }));
show(() => createHash('shake128', { outputLength: -1 }));
show(() => createHash('shake128', { outputLength: '5' }));
const code = createHmac('md5', 'k');
code.digest();
show(() => [code.digest('hex'), code.digest()]);
show(() => code.update('a'));
console.log(createHash('md5'), Hash('md5') instanceof Hash, new Hmac('md5', 'k') instanceof Hmac, typeof code.copy);
