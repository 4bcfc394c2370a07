const { inspect } = require('util');

for (const value of ['text', "it's", '', 42, -0, NaN, true, 10n, Symbol('s')]) console.log(Object(value));
console.log(Object.assign(new String('ab'), { extra: 1 }));
console.log(Object.assign(new Number(1), { extra: 1 }));
console.log([new String('in'), { a: new Boolean(false) }]);
class Meters extends Number {}
console.log(new Meters(5), Object.setPrototypeOf(new String('x'), null));
console.log(inspect(new String('ab'), { showHidden: true }));
console.log(inspect(new Number(12345.678), { numericSeparator: true }));
