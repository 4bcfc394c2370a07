const { inspect } = require('util');

// Symbol.toStringTag is shown where it adds something.
class Tagged { get [Symbol.toStringTag]() { return 'Special'; } }
class Same { get [Symbol.toStringTag]() { return 'Same'; } }
class Empty { get [Symbol.toStringTag]() { return ''; } }
console.log(new Tagged(), new Same(), new Empty(), [new Tagged()]);
console.log({ [Symbol.toStringTag]: 'own and visible' });
const tag = (value) => Object.defineProperty(value, Symbol.toStringTag, { value: 'Tag', configurable: true });
console.log(tag({}), tag({ a: 1 }), tag([1]), tag(new Map([[1, 2]])), tag(new Set()), tag(() => {}), tag(class K {}));
console.log(tag(new Date(0)), tag(/x/), tag(Promise.resolve(1)), tag(new Uint8Array(1)), tag(new Number(1)));
console.log(Object.create({ [Symbol.toStringTag]: 'Inherited' }), tag(Object.create(null)));
console.log(inspect({ a: { b: new Tagged() } }, { depth: 0 }));
console.log(inspect([Object.assign(new Tagged(), { a: 1 })], { depth: 0 }));
