// Writing integers: the value has to fit, and the method says where the next one goes.
const show = (name, ...args) => {
  const bytes = Buffer.alloc(8, 0xee);
  try {
    console.log(name, args, bytes[name](...args), bytes);
  } catch (error) {
    console.log(name, args, error.name, error.code, error.message);
  }
};
for (const value of [127, 128, -129, '5', 1.9, undefined, NaN]) show('writeInt8', value, 0);
for (const value of [256, -1, 255]) show('writeUInt8', value, 7);
for (const value of [65536, 0x1234]) {
  show('writeUInt16LE', value, 6);
  show('writeUint16BE', value, 6);
}
for (const value of [-32769, -2]) show('writeInt16BE', value, 0);
for (const value of [2 ** 32, 2 ** 32 - 1, -5]) show('writeUInt32BE', value);
for (const value of [2 ** 31, -(2 ** 31)]) show('writeInt32LE', value);
for (let size = 1; size <= 6; size++) {
  show('writeIntLE', -5, 1, size);
  show('writeIntBE', -(2 ** (8 * size - 1)) - 1, 1, size);
  show('writeUIntBE', 2 ** (8 * size) - 1, 1, size);
  show('writeUIntLE', 2 ** (8 * size), 1, size);
}
for (const offset of [8, -1, 'a', 1.5, null]) show('writeInt16LE', 1, offset);
for (const size of [7, 0, undefined, 1.5]) show('writeIntLE', 1, 0, size);
