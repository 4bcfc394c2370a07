const assert = require('node:assert');

const object = { a: 1 };
const attempts = [
  () => assert.strictEqual(1, 2),
  () => assert.strictEqual('one', 'two'),
  () => assert.strictEqual('the long text here', 'the long text there'),
  () => assert.strictEqual(1, '1'),
  () => assert.strictEqual(0, -0),
  () => assert.strictEqual(object, { a: 1 }),
  () => assert.strictEqual(object, { a: 2 }),
  () => assert.strictEqual(undefined, null),
  () => assert.strictEqual(1, 2, 'my message'),
  () => assert.strictEqual(NaN, NaN),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('passed');
  } catch (error) {
    console.log(error.message);
  }
  console.log('---');
}
