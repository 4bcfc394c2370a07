const { inspect } = require('util');

const deep = { 1: { 2: { 3: { 4: { 5: 'bottom' } } } } };
for (const depth of [-1, 0, 1, 2, 3, null, Infinity]) console.log(inspect(deep, { depth }));
class Node { next = new Map([[1, {}]]); }
const kinds = {
  array: [1], empty: [], map: new Map([[1, 2]]), noMap: new Map(), set: new Set([1]), object: { a: 1 }, none: {},
  typed: new Uint8Array(1), date: new Date(0), regexp: /x/, fn() {}, node: new Node(), promise: Promise.resolve(1),
  bare: Object.create(null), full: Object.assign(Object.create(null), { a: 1 }), weak: new WeakMap(),
  fnWithKeys: Object.assign(() => {}, { a: 1 }), dateWithKeys: Object.assign(new Date(0), { a: 1 }),
};
console.log(inspect(kinds, { depth: 0 }));
console.log(inspect([new Node(), [new Node()]], { depth: 1 }));
