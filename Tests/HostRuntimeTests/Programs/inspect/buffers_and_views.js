const { inspect } = require('util');

console.log(new ArrayBuffer(4));
console.log(new ArrayBuffer(0));
console.log(new Uint8Array([1, 2, 255]).buffer);
console.log(inspect(new ArrayBuffer(20), { maxArrayLength: 3 }));
console.log(inspect(new ArrayBuffer(4), { maxArrayLength: 3 }));
console.log(new SharedArrayBuffer(2));
console.log(new DataView(new ArrayBuffer(4), 1, 2));
console.log(Object.assign(new ArrayBuffer(1), { note: 'mine' }));
console.log([new ArrayBuffer(1)], { deep: { deep: { buffer: new ArrayBuffer(1) } } });
