console.log(Object.create(null));
console.log(Object.assign(Object.create(null), { a: 1, b: { c: 2 } }));
console.log([Object.create(null)], { a: { b: { c: Object.create(null), d: { __proto__: null, e: 1 } } } });
console.log(Object.create(Object.create(null)));
console.log(Object.create({}), Object.create({ inherited: 1 }), Object.create(Object.create({})));
const bare = (value) => Object.setPrototypeOf(value, null);
console.log(bare([1]), bare([]), bare(new Set([1])), bare(new Uint8Array(2)), bare(new WeakMap()));
console.log(bare(new Number(1)), bare(Promise.resolve(1)), bare(function f() {}), bare(class K {}));
