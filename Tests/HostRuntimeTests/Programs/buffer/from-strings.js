// Strings become bytes by an encoding; what is no digit of hex or Base64 is left out.
const texts = [
  '', 'abc', 'é€😀', '\ud800x', '00ff', 'a1B2zz', 'a1B', 'aa€bb', 'YWJj', 'YQ==YQ==', 'Y Q\n=\n=', 'YW-_', '=YWJj',
];
for (const encoding of ['utf8', 'utf16le', 'latin1', 'ascii', 'hex', 'base64', 'base64url', 'UCS-2', 'binary']) {
  for (const text of texts) {
    console.log(encoding, JSON.stringify(text), Buffer.from(text, encoding), Buffer.byteLength(text, encoding));
  }
}
console.log(Buffer.from('abc', 5), Buffer.from('abc', null), Buffer.from('abc', ''));
