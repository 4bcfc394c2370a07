// Options are checked before anything is done.
const zlib = require('node:zlib');
const show = (name, input, options) => {
  try {
    console.log(options, zlib[name](input, options).length);
  } catch (error) {
    console.log(options, error.name, error.code, error.message);
  }
};
for (const options of [
  { level: 10 }, { level: -2 }, { level: 1.5 }, { level: '1' }, { level: NaN }, { level: null }, { memLevel: 0 },
  { memLevel: 10 }, { strategy: 5 }, { strategy: -1 }, { windowBits: 8 }, { windowBits: 16 }, { windowBits: 0 },
  { chunkSize: 63 }, { chunkSize: '64' }, { chunkSize: Infinity }, { flush: 6 }, { finishFlush: 7 },
  { maxOutputLength: 0 }, { maxOutputLength: -1 }, { maxOutputLength: '5' }, { maxOutputLength: 20 },
  { maxOutputLength: 21 }, { maxOutputLength: 2 ** 33 }, {}, null, 5, 'x',
]) show('gzipSync', 'a', options);
const packed = zlib.gzipSync(Buffer.alloc(100000));
for (const maxOutputLength of [1, 99999, 100000]) show('gunzipSync', packed, { maxOutputLength });
for (const windowBits of [0, 7, 8, 15]) show('gunzipSync', zlib.gzipSync('a'), { windowBits });
for (const windowBits of [0, 8, 15]) show('inflateSync', zlib.deflateSync('a'), { windowBits });
for (const input of [undefined, 5, null, {}]) show('gzipSync', input);
for (const args of [['a'], ['a', {}], ['a', {}, 5], [5, () => {}], ['a', { level: 99 }, () => {}]]) {
  try {
    zlib.gzip(...args);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
