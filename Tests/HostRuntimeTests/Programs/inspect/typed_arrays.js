console.log(new Uint8Array(3), new Int16Array([1, -2]), new Float32Array([0.5, -0, NaN]), new Float64Array());
console.log(new BigInt64Array([1n, -5n]), new BigUint64Array(1), new Uint8ClampedArray([300]));
console.log(new Uint8Array(200));
console.log(Object.assign(new Uint8Array(2), { name: 'bytes' }));
class Bytes extends Uint8Array {}
console.log(new Bytes(2), new Bytes(), [new Bytes([1, 2, 3])]);
console.log({ a: { b: { c: new Uint8Array(2) } } });
console.log(Array.from(new Float64Array([1.1, 22.22, 333.333])), new Float64Array([1.1, 22.22, 333.333, 4, 5, 6, 7]));
