// fill writes a byte or a pattern, from offset to end.
const show = (...args) => {
  try {
    console.log(args, Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).fill(...args));
  } catch (error) {
    console.log(args, error.name, error.code, error.message);
  }
};
for (const value of [
  0, 0x123, -1.5, true, null, NaN, {}, '', 'ab', '€', Buffer.from('xyz'), new Uint16Array([257, 2]), Buffer.alloc(0),
]) show(value);
for (const args of [
  ['ab', 2], ['ab', 2, 5], ['abcd', 'hex'], ['abcd', 2, 'hex'], ['abcd', 2, 4, 'hex'], ['é', 'latin1'], ['', 2, 4],
  [
    'abc', 4, 7, 'utf16le',
  ], [0, -1], [0, 9], [0, 0, 9], [0, 5, 2], [0, '1'], ['a', '1'], ['a', 0, '1'], ['a', 0, 2, 5],
  [0, 1.5], [0, undefined, 2], ['zz', 'hex'], ['a', null], [9, 3, 3],
]) show(...args);
