// PBKDF2: results, and what its arguments have to be.
const { pbkdf2, pbkdf2Sync } = require('node:crypto');
console.log(pbkdf2Sync('password', 'salt', 1, 20, 'sha1').toString('hex'));
console.log(pbkdf2Sync('password', 'salt', 4096, 64, 'sha512').toString('hex'));
console.log(pbkdf2Sync('', Buffer.alloc(0), 2, 40, 'SHA256'), pbkdf2Sync('p', 's', 1, 0, 'sha1'));
console.log(pbkdf2Sync(new Uint16Array([1, 2]), new ArrayBuffer(3), 1, 5, 'md5'));
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const iterations of [0, -1, 1.5, '1', 2 ** 31]) show(() => pbkdf2Sync('p', 's', iterations, 20, 'sha1'));
for (const keylen of [-1, 1.5, '1', 2 ** 31]) show(() => pbkdf2Sync('p', 's', 1, keylen, 'sha1'));
for (const digest of ['nope', undefined, null, 5]) show(() => pbkdf2Sync('p', 's', 1, 20, digest));
show(() => pbkdf2Sync(5, 's', 1, 20, 'sha1'));
show(() => pbkdf2Sync('p', null, 1, 20, 'sha1'));
show(() => pbkdf2('p', 's', 1, 20, 'sha1'));
show(() => pbkdf2('p', 's', 1, 20, () => {}));
show(() => pbkdf2('p', 's', 1, 20, 'nope', () => console.log('never')));
pbkdf2('p', 's', 1, 4, 'sha1', (...args) => console.log(args));
