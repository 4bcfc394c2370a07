// Bytes become text by an encoding; ill-formed UTF-8 is replaced piece by piece.
const rows = [
  [], [104, 105], [0xc3, 0xa9, 0xff, 200], [0xef, 0xbb, 0xbf, 65], [0xf0, 0x9f, 0x98], [0xf0, 0x9f, 0x98, 0x80],
  [0xe2, 0x82, 65, 0xf5, 0xed, 0xa0, 0x80], [251, 255, 254], [251, 255, 254, 1], [0xc0, 0x80], [0xf4, 0x90, 0x80],
];
for (const encoding of ['utf8', 'utf16le', 'latin1', 'ascii', 'hex', 'base64', 'base64url', 'HEX']) {
  for (const row of rows) console.log(encoding, row.length, JSON.stringify(Buffer.from(row).toString(encoding)));
}
const hello = Buffer.from('hello world');
for (const range of [[2, 5], [-2, 5], [5, 2], [2, 500], ['2', '5'], [NaN], [2.7, 5.9], [Infinity], [0, null], [11]]) {
  console.log(range, JSON.stringify(hello.toString('utf8', ...range)));
}
console.log(`${hello}!`, hello + '', String(hello.subarray(0, 5)));
