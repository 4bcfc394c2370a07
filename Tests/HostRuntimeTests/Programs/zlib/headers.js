// What each format looks like: the header tells the level, and in a gzip member the system.
const zlib = require('node:zlib');
for (const level of [-1, 0, 1, 9]) {
  console.log(level, zlib.gzipSync('hello', { level }).toString('hex'));
  console.log(level, zlib.deflateSync('hello', { level }).toString('hex'));
  console.log(level, zlib.deflateRawSync('hello', { level }).toString('hex'));
}
for (const windowBits of [
  8, 9, 15,
]) console.log(windowBits, zlib.deflateSync('hello', { windowBits }).toString('hex'));
console.log(zlib.deflateRawSync('hello', { windowBits: 8 }).toString('hex'));
console.log(zlib.gzipSync(''), zlib.deflateSync(''), zlib.deflateRawSync(''));
console.log(zlib.gzipSync(new ArrayBuffer(3)), zlib.gzipSync(new Uint16Array([1, 2])));
console.log(zlib.deflateSync('a', { finishFlush: zlib.constants.Z_SYNC_FLUSH }));
console.log(zlib.deflateSync('a', { finishFlush: zlib.constants.Z_NO_FLUSH }));
