// The functions with a callback answer in a task of their own; errors come as its first argument.
const zlib = require('node:zlib');
const { promisify } = require('node:util');
zlib.gzip('hello', (error, packed) => {
  console.log('gzip', error, packed);
  zlib.gunzip(packed, (error, text) => {
    console.log('gunzip', error, text.toString());
    zlib.gunzip('no gzip at all', (...args) => {
      console.log(args.length, args[0].code, args[0].errno, args[0].message);
      zlib.inflate(zlib.deflateSync(Buffer.alloc(1000)), { maxOutputLength: 10 }, (error) => {
        console.log(error.name, error.code, error.message);
        usePromises();
      });
    });
  });
});
async function usePromises() {
  const packed = await promisify(zlib.deflate)('promised', { level: 9 });
  console.log((await promisify(zlib.inflate)(packed)).toString());
  await promisify(zlib.inflateRaw)('x').catch((error) => console.log('rejected', error.code));
}
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
console.log('main');
