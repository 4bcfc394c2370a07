const { formatWithOptions } = require('util');

console.log(JSON.stringify(formatWithOptions({ colors: true }, '%s %d %i %f', 'x', 1, 2, 3)));
console.log(JSON.stringify(formatWithOptions({ colors: true }, '%O %o', { a: 1 }, [1])));
console.log(JSON.stringify(formatWithOptions({ colors: true }, 'text', 1, 'text', null)));
console.log(formatWithOptions({ compact: false }, { a: { b: 1 } }));
console.log(formatWithOptions({ depth: 0 }, '%O and', { a: { b: 1 } }, { c: { d: 1 } }));
console.log(formatWithOptions({ numericSeparator: true }, '%d %s %i %f', 12345, 12345, 12345n, 12345.5, 55555));
for (const wrong of [undefined, null, 'x', 5]) {
  try {
    formatWithOptions(wrong, 'x');
  } catch (error) {
    console.log(error.code, error.message);
  }
}
