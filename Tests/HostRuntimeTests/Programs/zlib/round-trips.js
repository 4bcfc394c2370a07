// Each format comes back as it was, with every level, strategy and memory level.
const zlib = require('node:zlib');
const inputs = [
  Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(100000, 'a'),
  Buffer.from(Array.from({ length: 70000 }, (_, index) => index * index >> 3 & 255)),
];
const pairs = [
  ['gzipSync', 'gunzipSync'], ['deflateSync', 'inflateSync'], ['deflateRawSync', 'inflateRawSync'],
  ['gzipSync', 'unzipSync'], ['deflateSync', 'unzipSync'],
];
const settings = [
  undefined, { level: 0 }, { level: 1 }, { level: 9 }, { memLevel: 1 }, { memLevel: 9 }, { windowBits: 9 },
  ...[0, 1, 2, 3, 4].map((strategy) => ({ strategy })), { chunkSize: 64 },
];
for (const [pack, unpack] of pairs) {
  const results = settings.map((options) => inputs.every((input) => {
    const packed = zlib[pack](input, options);
    return Buffer.isBuffer(packed) && zlib[unpack](packed).equals(input);
  }));
  console.log(pack, unpack, results.join());
}
console.log(zlib.gzipSync(inputs[2]).length < 1000, zlib.gzipSync(inputs[2], { level: 0 }).length > 100000);
