// slice and subarray are windows on the same memory; copying takes Buffer.from or Uint8Array.prototype.slice.
const bytes = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
for (const range of [
  [2, 4], [-3], [-3, -1], [5, 2], ['2', '4'], [NaN], [2.9, 4.9], [undefined, 3], [1, null], [20], [-20],
]) {
  console.log(range, bytes.slice(...range), bytes.subarray(...range));
}
const window = bytes.slice(2, 4);
window[0] = 99;
console.log(bytes[2], window.buffer === bytes.buffer, window instanceof Buffer, window.byteOffset - bytes.byteOffset);
const copy = Uint8Array.prototype.slice.call(bytes, 2, 4);
copy[0] = 7;
console.log(bytes[2], copy, Buffer.isBuffer(copy), Buffer.from(window).equals(window));
console.log(bytes.map((byte) => byte * 2), bytes.filter((byte) => byte > 5), [...bytes.entries()][1], bytes.at(-1));
console.log(
  Buffer.isBuffer(bytes), Buffer.isBuffer(new Uint8Array(1)), bytes instanceof Uint8Array, bytes.constructor.name,
);
