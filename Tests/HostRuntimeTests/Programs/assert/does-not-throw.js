const assert = require('node:assert');

const fail = () => {
  throw new Error('surprise');
};
assert.doesNotThrow(() => {});
for (const attempt of [
  () => assert.doesNotThrow(fail),
  () => assert.doesNotThrow(fail, 'said so'),
  () => assert.doesNotThrow(fail, TypeError),
  () => assert.doesNotThrow(fail, /surprise/, 'matched'),
]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, '|', error.message);
  }
}
