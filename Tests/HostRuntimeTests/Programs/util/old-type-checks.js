const util = require('node:util');

const values = [[], {}, null, undefined, 1, 'a', Symbol('s'), true, () => {}, new Date(0), /x/, new Error('e')];
const checks = ['isArray', 'isObject', 'isNull', 'isNullOrUndefined', 'isUndefined', 'isNumber', 'isString', 'isSymbol',
  'isBoolean', 'isFunction', 'isDate', 'isRegExp', 'isError', 'isPrimitive'];
for (const name of checks) {
  console.log(name.padEnd(18), values.map((value) => (util[name](value) ? 'x' : '.')).join(''));
}
