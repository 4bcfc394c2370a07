// timingSafeEqual compares bytes of the same length, whatever holds them.
const { timingSafeEqual, getHashes } = require('node:crypto');
const show = (...args) => {
  try {
    console.log(timingSafeEqual(...args));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
show(Buffer.from('abc'), Buffer.from('abc'));
show(Buffer.from('abc'), Buffer.from('abd'));
show(Buffer.alloc(0), new Uint8Array(0));
show(new ArrayBuffer(2), new Uint16Array(1));
show(Buffer.from('a'), Buffer.from('bb'));
show('a', Buffer.from('a'));
show(Buffer.from('a'), 5);
show();
console.log(getHashes().join());
