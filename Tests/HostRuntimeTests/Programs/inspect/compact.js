const { inspect } = require('util');

const value = {
  name: 'x'.repeat(20),
  tags: ['a', 'b'],
  inner: { list: [1, [2, [3]]], map: new Map([['k', { v: 1 }]]) },
  run() {},
};
value.run.extra = { deep: true };
for (const compact of [true, false, 0, 1, 2, 3, 5]) {
  console.log('compact', compact);
  console.log(inspect(value, { compact }));
  console.log(inspect(value, { compact, breakLength: 30, depth: 5 }));
  console.log(inspect(Array.from({ length: 20 }, (_, i) => i), { compact }));
}
