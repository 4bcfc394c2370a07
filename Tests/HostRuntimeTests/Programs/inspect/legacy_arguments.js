const { inspect } = require('util');

// The old form: showHidden, depth, colors.
const value = Object.defineProperty({ a: { b: { c: {} } } }, 'hidden', { value: 1 });
console.log(inspect(value, true));
console.log(inspect(value, false, 0));
console.log(inspect(value, true, null));
console.log(JSON.stringify(inspect(value, true, 1, true)));
console.log(inspect(value, undefined), inspect(value, null), inspect(value, 5), inspect(value, {}));
console.log(inspect.length, inspect.name, inspect());
