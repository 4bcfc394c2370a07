// The global `crypto` gives random values; node:crypto has the same object as `webcrypto`.
const nodeCrypto = require('node:crypto');
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const { crypto } = globalThis;
console.log(crypto, String(crypto), crypto === nodeCrypto.webcrypto, typeof Crypto, crypto instanceof Crypto);
const array = new Uint32Array(4);
console.log(crypto.getRandomValues(array) === array, array.some((word) => word !== 0), crypto.randomUUID().length);
console.log(crypto.getRandomValues(new BigInt64Array(1)).length, nodeCrypto.getRandomValues(new Int8Array(2)).length);
for (const value of [new Float32Array(3), new DataView(new ArrayBuffer(3)), 'a', new Uint8Array(65537)]) {
  show(() => crypto.getRandomValues(value));
}
show(() => crypto.getRandomValues());
show(() => crypto.getRandomValues.call({}, array));
show(() => crypto.randomUUID.call({}));
show(() => new Crypto());
console.log(Object.getOwnPropertyDescriptor(globalThis, 'crypto'));
