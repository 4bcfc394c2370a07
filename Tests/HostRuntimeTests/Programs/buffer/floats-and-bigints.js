// Floating-point numbers and 64-bit integers.
const bytes = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 0xf9, 0xfa]);
for (const type of [
  'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUint64BE',
]) {
  console.log(type, bytes[`read${type}`](0), bytes[`read${type}`](2));
  for (const offset of [9, 'a', 1.1]) {
    try {
      bytes[`read${type}`](offset);
    } catch (error) {
      console.log(error.name, error.code, error.message);
    }
  }
}
const write = (name, ...args) => {
  const target = Buffer.alloc(10);
  try {
    console.log(name, args, target[name](...args), target);
  } catch (error) {
    console.log(name, args, error.name, error.code, error.message);
  }
};
for (const value of [1.1, -0, 1e40, 'x', '5', undefined]) {
  write('writeFloatLE', value, 0);
  write('writeDoubleBE', value, 2);
}
for (const value of [-1n, 2n ** 63n, -(2n ** 63n) - 1n, 1, '1', undefined]) write('writeBigInt64LE', value, 0);
for (const value of [2n ** 64n, 2n ** 64n - 1n, -1n, 0x123456789abcn]) write('writeBigUInt64BE', value, 1);
write('writeBigUInt64LE', 1n, 3);
