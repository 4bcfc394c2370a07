const { inspect } = require('util');

const value = { c: 3, a: 1, b: { z: 26, y: 25 }, 10: 'ten', 9: 'nine', [Symbol('s')]: 0 };
console.log(inspect(value, { sorted: true }));
console.log(inspect(value, { sorted: (a, b) => (a < b ? 1 : -1) }));
console.log(inspect(new Set(['b', 'c', 'a']), { sorted: true }));
console.log(inspect(new Map([['b', 1], ['a', 2]]), { sorted: true }));
console.log(inspect(['b', 'a'], { sorted: true }));
console.log(inspect(Object.assign(['b', 'a'], { z: 1, x: 2 }), { sorted: true }));
