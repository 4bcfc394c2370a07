// New buffers: zeros, or a pattern; sizes are checked.
const show = (make) => {
  try {
    console.log(make());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const size of [0, 3, 3.7, -1, '5', NaN, Infinity, 2 ** 33, undefined]) {
  show(() => Buffer.alloc(size));
  show(() => Buffer.allocUnsafe(size).length);
  show(() => Buffer.allocUnsafeSlow(size).length);
}
for (const fill of [
  1, 263, -1, 'ab', '', true, null, {}, Buffer.from('xyz'), Buffer.alloc(0), new Uint16Array([257, 2]),
]) {
  show(() => Buffer.alloc(5, fill));
}
show(() => Buffer.alloc(5, 'abcd', 'hex'));
show(() => Buffer.alloc(5, 'zz', 'hex'));
show(() => Buffer.alloc(5, 'a', 'nope'));
show(() => Buffer.alloc(5, 'a', 5));
show(() => Buffer.of(1, 2, 300));
show(() => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1));
show(() => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 4));
show(() => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1.5));
show(() => Buffer.copyBytesFrom('a'));
