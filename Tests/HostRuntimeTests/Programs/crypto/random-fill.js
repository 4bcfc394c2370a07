// randomFill writes into memory that the program has, in part or whole.
const { randomFill, randomFillSync } = require('node:crypto');
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const buffer = randomFillSync(Buffer.alloc(12), 8);
console.log(buffer.subarray(0, 8), buffer.length);
console.log(randomFillSync(Buffer.alloc(12), 2, 4).filter((_, index) => index < 2 || index >= 6));
console.log(randomFillSync(new ArrayBuffer(3)).byteLength, randomFillSync(Buffer.alloc(0)));
for (const args of [
  [5], [-1], ['1'], [1, 4], [1, -1], [1, '2'],
]) show(() => randomFillSync(Buffer.alloc(4), ...args));
show(() => randomFillSync(new Uint16Array(4), 2, 3));
show(() => randomFillSync('a'));
show(() => randomFill(Buffer.alloc(4)));
show(() => randomFill(Buffer.alloc(4), 9, () => {}));
randomFill(Buffer.alloc(0), (...args) => console.log('at once', args));
const words = new Uint16Array(4);
randomFill(words, (error, filled) => console.log('later', error, filled === words));
console.log('main');
