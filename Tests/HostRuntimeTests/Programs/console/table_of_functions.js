// SPDX-License-Identifier: MIT
// A function is no table; bytes in a cell are shown however many there are, as elements of an array are.
console.table(function named() {});
console.table(class Empty {});
console.table(Object.assign(() => {}, { a: 1 }));
console.table([{ run() {} }]);
console.table([{ bytes: new Uint8Array([104, 195, 169]), buffer: Buffer.from('abc'), view: new DataView(new ArrayBuffer(3)) }]);
console.table([[new Float64Array(5)], [{ a: 1, b: 2, c: 3 }]]);
console.table(new Map([[new Uint8Array(3), new BigInt64Array(3)]]));
console.table(new Uint8Array([1, 2]));
