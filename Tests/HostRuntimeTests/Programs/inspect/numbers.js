const { inspect } = require('util');

console.log(0, -0, 1.5, 1e21, 1e-7, NaN, Infinity, -Infinity, 2 ** 53, 0.1 + 0.2);
console.log([0, -0, 1.5, 1e21]);
console.log(10n, -5n, [2n ** 64n]);
console.log(inspect(-0), inspect([-0]), inspect({ a: -0 }), `${-0}`);
const numbers = [
  0, 12, 123, 1234, 123456, 1234567, -1234.5678, 0.123456, 1234567.1234567, 1e21, NaN, 12345678n, -1000n,
];
for (const number of numbers) console.log(inspect(number, { numericSeparator: true }));
console.log(inspect(new Float64Array([1234.5, 1e6]), { numericSeparator: true }));
