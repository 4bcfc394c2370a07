const { inspect } = require('util');

console.log(inspect.defaultOptions);
inspect.defaultOptions.depth = 0;
console.log({ a: { b: 1 } });
inspect.defaultOptions = { depth: 2, compact: false };
console.log({ a: { b: 1 } });
inspect.defaultOptions.compact = 3;
inspect.defaultOptions.numericSeparator = true;
console.log(1234567, [1234567]);
inspect.defaultOptions.numericSeparator = false;
for (const wrong of [null, 5, 'x']) {
  try {
    inspect.defaultOptions = wrong;
  } catch (error) {
    console.log(error.code);
  }
}
console.log(Object.isSealed(inspect.defaultOptions));
