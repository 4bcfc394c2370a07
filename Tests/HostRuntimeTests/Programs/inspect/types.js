const { types } = require('util');

// Each predicate answers by what the value is, whatever its prototype says.
const values = {
  map: new Map(), set: new Set(), weakMap: new WeakMap(), weakSet: new WeakSet(), date: new Date(0), regexp: /x/,
  error: new TypeError('x'), promise: Promise.resolve(), proxy: new Proxy({}, {}), bytes: new Uint8Array(1),
  floats: new Float64Array(1), view: new DataView(new ArrayBuffer(1)), buffer: new ArrayBuffer(1),
  shared: new SharedArrayBuffer(1), number: Object(1), string: Object(''), boolean: Object(true), bigint: Object(1n),
  symbol: Object(Symbol()), asyncFunction: async () => {}, generatorFunction: function* () {},
  asyncGeneratorFunction: async function* () {}, generator: (function* () {})(), fn() {}, plain: {}, list: [],
  mapIterator: new Map().keys(), setIterator: new Set().values(), fake: Object.create(Map.prototype), one: 1,
  arguments: (function () { return arguments; })(), bare: Object.setPrototypeOf(new Map(), null), nothing: null,
};
const names = Object.keys(types).filter((name) => !/Key$/.test(name));
for (const [label, value] of Object.entries(values)) {
  console.log(label, names.filter((name) => types[name](value)).join(' '));
}
