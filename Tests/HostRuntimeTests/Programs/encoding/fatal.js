const decoder = new TextDecoder('utf-8', { fatal: true });
console.log(decoder);
for (const bytes of [[0x61], [0xff], [0xc3], [0xed, 0xa0, 0x80]]) {
  try {
    console.log(decoder.decode(new Uint8Array(bytes)));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
for (const input of ['text', 5, null, {}]) {
  try {
    decoder.decode(input);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
