// What Buffer.from takes besides strings.
const show = (value, ...rest) => {
  try {
    console.log(Buffer.from(value, ...rest));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const value of [
  [1, 257, -1, 3.9, '7', 'x', NaN], { length: 3, 0: 5, 1: 6 }, { length: -3, 0: 5 }, { length: '3', 0: 5 },
  { type: 'Buffer', data: [1, 2, 3] }, { type: 'Buffer', data: 'abc' }, new String('boxed'), Object(5),
  { valueOf: () => 'value' }, { valueOf: () => null }, { [Symbol.toPrimitive]: () => 'primitive' },
  new Uint16Array([1, 256, 65535]), new Float32Array([1.5, 300.7, -2]), Buffer.from('copied'), new Map([[1, 2]]),
  undefined, null, 5, true, Symbol('a'), {},
]) show(value);
const memory = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
for (const range of [
  [], [2], [2, 3], ['2', '3'], [2.7, 3.9], [0, NaN], [2, -3], [NaN], [9], [-1], [2, 30],
]) show(memory, ...range);
const shared = Buffer.from(memory, 0, 4);
shared[0] = 99;
console.log(new Uint8Array(memory)[0], shared.buffer === memory, Buffer.from(Buffer.from(memory)).buffer === memory);
show(new SharedArrayBuffer(2));
