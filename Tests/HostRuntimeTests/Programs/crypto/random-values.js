// Random bytes, numbers and UUIDs: their shapes, and what their arguments have to be.
const crypto = require('node:crypto');
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
console.log(crypto.randomBytes(4).length, Buffer.isBuffer(crypto.randomBytes(1)), crypto.randomBytes(1.5).length);
console.log(crypto.randomBytes(16).equals(crypto.randomBytes(16)), crypto.randomBytes(0));
for (const size of [-1, '4', 2 ** 31, NaN, undefined]) show(() => crypto.randomBytes(size));
show(() => crypto.randomBytes(4, 5));
const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
console.log(pattern.test(crypto.randomUUID()), pattern.test(crypto.randomUUID({ disableEntropyCache: true })));
show(() => crypto.randomUUID(5));
show(() => crypto.randomUUID({ disableEntropyCache: 5 }));
const dice = Array.from({ length: 200 }, () => crypto.randomInt(1, 7));
console.log(Math.min(...dice), Math.max(...dice), dice.every(Number.isInteger), crypto.randomInt(5, 6));
for (const args of [[0], [-1], [5, 5], ['5'], [1.5], [2 ** 48], [0, 2 ** 48], [2 ** 53], [1, '5'], [1, 5, 5], []]) {
  show(() => crypto.randomInt(...args));
}
