const assert = require('node:assert');

for (const attempt of [
  () => assert.match('event loop', /loop/),
  () => assert.match('event loop', /stack/),
  () => assert.match(42, /4/),
  () => assert.doesNotMatch('event loop', /event/),
  () => assert.fail(),
  () => assert.fail('on purpose'),
  () => assert.fail(new TypeError('typed')),
  () => assert.ifError(null),
  () => assert.ifError(new Error('callback failed')),
  () => assert.ifError('a value'),
]) {
  try {
    attempt();
    console.log('passed');
  } catch (error) {
    console.log(error.name, error.operator, error.generatedMessage, '|', error.message);
  }
}
