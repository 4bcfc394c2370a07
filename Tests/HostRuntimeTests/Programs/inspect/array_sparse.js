const { inspect } = require('util');

// Holes are counted, not shown one by one.
console.log([, 1]);
console.log([1, , 3]);
console.log([1, , , , 5, , ]);
console.log(new Array(3));
console.log(new Array(1));
console.log(Object.assign(new Array(2), { name: 'two holes' }));
const far = [];
far[1e6] = 'far';
console.log(far);
console.log(inspect([, , 1, , 2, , ], { maxArrayLength: 2 }));
console.log(inspect([, , 1, , 2, , ], { maxArrayLength: 4 }));
console.log([1, , 3, 4, 5, 6, 7, 8, , 10]);
