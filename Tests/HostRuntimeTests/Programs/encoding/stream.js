// With { stream: true } a character may be spread over chunks.
const bytes = new TextEncoder().encode('a中😀é');
const decoder = new TextDecoder();
const pieces = [];
for (const byte of bytes) pieces.push(decoder.decode(new Uint8Array([byte]), { stream: true }));
pieces.push(decoder.decode());
console.log(pieces);
console.log(decoder.decode(new Uint8Array([0xe4]), { stream: true }) + decoder.decode());
const wide = new TextDecoder('utf-16le');
console.log([[0x3d], [0xd8, 0x00], [0xde]].map((piece) => wide.decode(new Uint8Array(piece), { stream: true })));
