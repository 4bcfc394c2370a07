const { inspect } = require('util');

// An object goes on one line up to 72 characters, counting what surrounds it.
for (let width = 55; width < 75; width++) {
  console.log({ a: 'x'.repeat(width) });
  console.log([{ a: 'x'.repeat(width) }]);
}
const order = { id: 7, lines: [{ sku: 'a-1', count: 2 }, { sku: 'b-2', count: 1 }], paid: true };
for (const breakLength of [5, 20, 40, 60, 80, 120, Infinity]) console.log(inspect(order, { breakLength }));
