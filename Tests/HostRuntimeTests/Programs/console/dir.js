const { inspect } = require('util');

const deep = { a: { b: { c: { d: 1 } } } };
console.dir(deep);
console.dir(deep, { depth: 0 });
console.dir(deep, { depth: null });
console.dir('text');
console.dir({ a: 1 }, undefined);
console.dir({ plain: true, [inspect.custom]: () => 'not used by dir' });
console.dir([1, , 3], { showHidden: true });
console.dir('first', 'second');
console.dirxml({ a: 1 }, [2], 'text');
console.dir();
