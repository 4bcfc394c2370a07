// structuredClone keeps the bytes and forgets that they were a Buffer; a detached buffer is empty.
const { isDeepStrictEqual } = require('node:util');
const original = Buffer.from(Uint8Array.from([1, 2, 3]).buffer);
const clone = structuredClone(original);
console.log(clone, Buffer.isBuffer(clone), Buffer.from(clone.buffer).equals(original));
console.log(isDeepStrictEqual(original, clone), isDeepStrictEqual(original, Buffer.from([1, 2, 3])));
const moved = structuredClone(original.buffer, { transfer: [original.buffer] });
console.log(moved.byteLength, original.length, original, original.toString('hex'), JSON.stringify(original));
console.log(
  original.equals(Buffer.alloc(0)), original.indexOf('a'), original.write('abc'), original.copy(Buffer.alloc(3)),
);
for (const act of [() => original.readInt8(0), () => original.writeUInt16LE(1, 0)]) {
  try {
    act();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
