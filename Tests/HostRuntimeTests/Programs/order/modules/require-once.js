// A module's body runs once; later requires get the same object.
const first = require('./fixtures/counter.cjs');
const second = require('./fixtures/counter.cjs');
first.next();
console.log(first === second, second.next());
