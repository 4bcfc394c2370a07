const { inspect } = require('util');

class Money {
  constructor(amount) { this.amount = amount; }
  [inspect.custom](depth, options, inspectAgain) {
    if (depth < 0) return options.stylize('[Money]', 'special');
    return `Money<${inspectAgain(this.amount, options)}> at depth ${depth}`;
  }
}
console.log(new Money(5));
console.log([new Money(5)], { a: { b: { c: new Money(1) } } });
console.log(inspect.custom, inspect.custom === Symbol.for('nodejs.util.inspect.custom'));
const returning = (result) => ({ [inspect.custom]: () => result });
console.log(returning('raw\ntext'), { in: returning('raw\ntext') });
console.log(returning(5), returning(null), returning(undefined), returning({ a: 1 }), returning(-0));
console.log({ a: returning({ long: 'x'.repeat(60), other: [1, 2, 3] }) });
console.log({ [inspect.custom]: 'not a function' });
console.log(inspect(new Money(7), { customInspect: false }));
console.log(inspect(returning('x'), { customInspect: false }).replace(/\s+/g, ' '));
console.log(Money.prototype, inspect({ [inspect.custom]() { return this; }, kept: true }).includes('kept'));
try {
  inspect({ [inspect.custom]() { throw new RangeError('from custom'); } });
} catch (error) {
  console.log(error.name, error.message);
}
