const assert = require('node:assert');

const attempts = [
  [{ a: 1, b: { c: [1, 2, 3] } }, { a: 1, b: { c: [1, 5, 3] } }],
  [[1, 2], [1, 2, 3]],
  [{ a: 1, b: 2 }, { a: 1 }],
  [new Map([['k', { v: 1 }]]), new Map([['k', { v: 2 }]])],
  [new Set(['x']), new Set(['y'])],
  [{}, []],
  [new Date(0), new Date(1)],
  [[NaN, undefined], [0, null]],
  [new (class Point { x = 1; })(), { x: 1 }],
  [new Error('one'), new Error('two')],
];
for (const [actual, expected] of attempts) {
  try {
    assert.deepStrictEqual(actual, expected);
  } catch (error) {
    console.log(error.message);
    console.log('---');
  }
}
