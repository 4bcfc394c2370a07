// A dictionary that both sides know makes short texts shorter; without it they cannot be read.
const zlib = require('node:zlib');
const dictionary = Buffer.from('the quick brown fox jumps over the lazy dog');
const text = 'the lazy dog jumps over the quick brown fox';
const show = (act) => {
  try {
    console.log(act().toString());
  } catch (error) {
    console.log(error.code, error.errno, error.message);
  }
};
const packed = zlib.deflateSync(text, { dictionary });
console.log(packed.length < zlib.deflateSync(text).length);
show(() => zlib.inflateSync(packed, { dictionary }));
show(() => zlib.inflateSync(packed));
show(() => zlib.inflateSync(packed, { dictionary: Buffer.from('another') }));
show(() => zlib.inflateSync(packed, { dictionary: new Uint8Array(dictionary).buffer }));
show(() => zlib.inflateRawSync(zlib.deflateRawSync(text, { dictionary }), { dictionary }));
show(() => zlib.deflateSync('hello', { dictionary: Buffer.from('hello') }).toString('hex'));
show(() => zlib.deflateSync('hello', { dictionary: 'hello' }));
