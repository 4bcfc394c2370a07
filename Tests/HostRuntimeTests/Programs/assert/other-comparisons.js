const assert = require('node:assert');

const attempts = [
  () => assert.equal(1, '1'),
  () => assert.equal(1, 2),
  () => assert.equal({ a: 1 }, { a: 1 }),
  () => assert.notEqual(1, 1),
  () => assert.deepEqual({ a: 1 }, { a: '1' }),
  () => assert.deepEqual([1, [2]], [1, [3]]),
  () => assert.notDeepEqual({ a: 1 }, { a: '1' }),
  () => assert.notStrictEqual(5, 5),
  () => assert.notStrictEqual(Math, Math, 'same object'),
  () => assert.notDeepStrictEqual([1], [1]),
  () => assert.strict.equal(1, '1'),
  () => assert.strict.deepEqual({ a: 1 }, { a: '1' }),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('passed');
  } catch (error) {
    console.log(`${error.operator}:`, error.message);
  }
}
