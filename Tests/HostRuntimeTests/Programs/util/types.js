const { types } = require('node:util');

const values = {
  promise: Promise.resolve(), thenable: { then() {} }, asyncFunction: async () => {}, generator: (function* () {})(),
  map: new Map(), setIterator: new Set().values(), proxy: new Proxy({}, {}), error: new TypeError('x'),
  boxed: Object(1n), typed: new Uint8Array(1), buffer: new ArrayBuffer(1), date: new Date(0), regexp: /x/,
};
const checks = ['isPromise', 'isAsyncFunction', 'isGeneratorObject', 'isMap', 'isSetIterator', 'isProxy', 'isNativeError',
  'isBoxedPrimitive', 'isTypedArray', 'isUint8Array', 'isAnyArrayBuffer', 'isDate', 'isRegExp'];
for (const check of checks) {
  console.log(check, Object.keys(values).filter((name) => types[check](values[name])).join(' '));
}
console.log(require('node:util/types') === types);
