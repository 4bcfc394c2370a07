const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9, 0xe4, 0xb8, 0xad, 0xf0, 0x9f, 0x98, 0x80]);
const decoder = new TextDecoder();
console.log(decoder, decoder.decode(bytes), decoder.decode(bytes.buffer), decoder.decode(new DataView(bytes.buffer,
  3)));
console.log(JSON.stringify(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
for (const broken of [[0xff], [0xc3], [0xe4, 0xb8], [0x80, 0x61], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f,
  0x98]]) {
  console.log(broken.join(), JSON.stringify(decoder.decode(new Uint8Array(broken))));
}
console.log(JSON.stringify(decoder.decode()));
