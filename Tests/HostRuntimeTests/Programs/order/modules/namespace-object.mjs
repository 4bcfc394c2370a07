// A namespace is frozen in shape, sorted, and without prototype.
import * as space from './fixtures/counted.mjs';
console.log(Object.keys(space), Object.getPrototypeOf(space), space[Symbol.toStringTag]);
console.log(Reflect.set(space, 'named', 2), Object.isSealed(space));
