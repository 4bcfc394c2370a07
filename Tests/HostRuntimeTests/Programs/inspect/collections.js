console.log(new Map(), new Set());
console.log(new Map([['a', 1], ['b', { deep: { er: {} } }]]));
console.log(new Set([1, 'two', [3], { four: 4 }]));
console.log(new Map([[{ key: 1 }, new Map([[1, 2]])], [[1, 2], new Set([3])]]));
console.log({ a: { b: new Map([['c', { d: 1 }]]), e: { f: new Set([1]) } } });
console.log(new Set(Array.from({ length: 12 }, (_, i) => i)));
console.log(new Map([['a'.repeat(40), 'b'.repeat(40)], ['c', 'd']]));
console.log(Object.assign(new Map([[1, 2]]), { extra: true }));
class Registry extends Map {}
class Bag extends Set {}
console.log(new Registry(), new Registry([[1, 2]]), new Bag(['x']));
console.log(Object.setPrototypeOf(new Map([[1, 2]]), null), Object.setPrototypeOf(new Set(), null));
console.log(new WeakMap([[{}, 1]]), new WeakSet(), new WeakRef({}));
console.log(new Map().keys(), new Set().values(), [][Symbol.iterator](), ''[Symbol.iterator]());
