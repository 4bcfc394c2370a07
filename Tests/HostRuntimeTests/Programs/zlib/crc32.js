// A check sum over data in one piece or in several.
const { crc32, constants, codes } = require('node:zlib');
console.log(crc32('hello'), crc32(Buffer.from('hello')), crc32('lo', crc32('hel')), crc32(''), crc32('', 5));
console.log(crc32('é'), crc32(new Uint16Array([1, 2])), crc32(new Uint8Array(0), 7));
for (const args of [[5], [], [new ArrayBuffer(3)], ['a', 'b'], ['a', -1], ['a', 2 ** 32]]) {
  try {
    console.log(crc32(...args));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(constants.Z_FINISH, constants.Z_DATA_ERROR, codes.Z_DATA_ERROR, codes['-3'], Object.isFrozen(constants));
