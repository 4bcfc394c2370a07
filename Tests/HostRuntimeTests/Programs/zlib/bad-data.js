// What is no compressed data, or not all of it, is an error with zlib's own number and words.
const zlib = require('node:zlib');
const gzip = zlib.gzipSync('hello');
const deflate = zlib.deflateSync('hello');
const show = (name, ...args) => {
  try {
    console.log(name, zlib[name](...args).toString());
  } catch (error) {
    console.log(name, error.name, error.message, { ...error });
  }
};
const changed = (bytes, index, value) => {
  const copy = Buffer.from(bytes);
  copy[index < 0 ? copy.length + index : index] = value;
  return copy;
};
for (const input of [
  'hello', '', Buffer.from([0x1f]), Buffer.from([0x1f, 0x8b]), Buffer.from([0x78]), gzip, deflate,
]) {
  for (const name of ['gunzipSync', 'inflateSync', 'inflateRawSync', 'unzipSync']) show(name, input);
}
for (const length of [1, 5, 10, 20]) show('gunzipSync', gzip.subarray(0, length));
show('gunzipSync', changed(gzip, -1, 1));
show('gunzipSync', changed(gzip, -5, 1));
show('gunzipSync', changed(gzip, 2, 9));
show('gunzipSync', changed(gzip, 3, 255));
show('inflateSync', changed(deflate, -1, 1));
show('inflateSync', Buffer.from([0x78, 0x9c, 0x07]));
show('inflateSync', deflate.subarray(0, 5), { finishFlush: zlib.constants.Z_SYNC_FLUSH });
show('gunzipSync', gzip.subarray(0, 20), { finishFlush: zlib.constants.Z_SYNC_FLUSH });
