// isUtf8, isAscii and transcode of node:buffer; atob and btoa are the globals.
const { isUtf8, isAscii, transcode, atob, btoa } = require('node:buffer');
for (const bytes of [[], [65], [0xc3, 0xa9], [0xff], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98, 0x80]]) {
  console.log(
    bytes, isUtf8(Buffer.from(bytes)), isAscii(Uint8Array.from(bytes)), isUtf8(Uint8Array.from(bytes).buffer),
  );
}
for (const encoding of ['utf8', 'utf16le', 'latin1', 'ascii']) {
  console.log(encoding, transcode(Buffer.from('é€x'), 'utf8', encoding));
}
for (const act of [
  () => isUtf8('abc'), () => transcode('a', 'utf8', 'latin1'), () => transcode(Buffer.from('a'), 'utf8', 'hex'),
]) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(atob === globalThis.atob, btoa('hi'));
for (const name of ['utf8', 'UTF-8', 'utf_8', '', undefined, 'UTF-16LE', 'buffer', 'Base64URL', 'binary']) {
  console.log(name, Buffer.isEncoding(name));
}
