const { StringDecoder } = require('string_decoder');
const bytes = new TextEncoder().encode('a€😀');
for (const encoding of ['utf8', 'utf16le', 'base64', 'hex', 'latin1']) {
  const decoder = new StringDecoder(encoding);
  const pieces = Array.from(bytes, (byte) => decoder.write(new Uint8Array([byte])));
  console.log(decoder.encoding, pieces.slice(0, 4), decoder.end().length);
}
try {
  new StringDecoder('nope');
} catch (error) {
  console.log(String(error));
}
