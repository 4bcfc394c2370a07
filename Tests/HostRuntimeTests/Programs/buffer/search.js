// indexOf, lastIndexOf and includes look for a byte, a text or other bytes, forwards or backwards from an offset.
const hello = Buffer.from('hello world');
const offsets = [undefined, 0, 5, 6, -5, -50, 50, NaN, null, {}, 3.9, Infinity, 'latin1'];
for (const value of [
  'o', 'l', 'wor', '', 111, 367, 99.5, Buffer.from('o w'), new Uint8Array([0x77]), Buffer.alloc(0),
]) {
  console.log(value, offsets.map((offset) => [
    hello.indexOf(value, offset), hello.lastIndexOf(value, offset),
  ].join('/')).join(' '));
}
const wide = Buffer.from('aabbaabb', 'utf16le');
for (const offset of [0, 5, -3, 9, 14]) {
  console.log(wide.indexOf('b', offset, 'utf16le'), wide.lastIndexOf('bb', offset, 'utf16le'));
}
console.log(Buffer.from([0, 97, 0, 97, 0]).indexOf('a', 0, 'ucs2'), hello.indexOf('6c6f', 'hex'));
console.log(hello.includes('wor'), hello.includes(
  'wor', 7,
), hello.includes(104), Buffer.alloc(0).indexOf(''), Buffer.alloc(0).indexOf('a'));
for (const value of [undefined, null, {}, new Uint16Array([0x77])]) {
  try {
    hello.indexOf(value);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
try {
  hello.indexOf('l', 0, 'nope');
} catch (error) {
  console.log(error.code, error.message);
}
