// Integers of one to six bytes in both byte orders, and what a bad offset or size throws.
const bytes = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 0xf9, 0xfa]);
const show = (name, ...args) => {
  try {
    console.log(name, args, bytes[name](...args));
  } catch (error) {
    console.log(name, args, error.name, error.code, error.message);
  }
};
for (const type of [
  'Int8', 'UInt8', 'Int16LE', 'Int16BE', 'Uint16LE', 'UInt16BE', 'Int32LE', 'Int32BE', 'UInt32LE', 'Uint32BE',
]) {
  for (const offset of [undefined, 0, 6, 8, 9]) show(`read${type}`, offset);
}
for (let size = 1; size <= 6; size++) {
  for (const type of ['IntLE', 'IntBE', 'UIntLE', 'UintBE']) show(`read${type}`, 10 - size, size);
}
for (const offset of [10, -1, '1', 1.5, NaN, null]) show('readUInt16LE', offset);
for (const args of [
  [0, 7], [0, 0], [0], [0, '2'], [undefined, 2], ['0', 2], [0, 1.5], [8, 3],
]) show('readUIntLE', ...args);
try {
  Buffer.alloc(1).readInt32LE();
} catch (error) {
  console.log(error.name, error.code, error.message);
}
