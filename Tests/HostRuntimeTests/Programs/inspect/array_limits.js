const { inspect } = require('util');

// More than 100 elements are cut, and maxArrayLength moves the limit.
console.log(Array.from({ length: 100 }, (_, i) => i));
console.log(Array.from({ length: 101 }, (_, i) => i));
console.log(Array.from({ length: 250 }, (_, i) => i));
for (const maxArrayLength of [0, 1, 2, 3, -1, null, Infinity]) {
  console.log(inspect([1, 2, 3], { maxArrayLength }));
  console.log(inspect(new Set([1, 2, 3]), { maxArrayLength }));
  console.log(inspect(new Map([[1, 'one'], [2, 'two']]), { maxArrayLength }));
  console.log(inspect(new Uint8Array(3), { maxArrayLength }));
}
