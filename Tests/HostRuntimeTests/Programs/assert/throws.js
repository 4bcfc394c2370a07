const assert = require('node:assert');

const fail = () => {
  throw Object.assign(new TypeError('bad input'), { code: 'E_BAD' });
};
assert.throws(fail);
assert.throws(fail, TypeError);
assert.throws(fail, /bad/);
assert.throws(fail, { name: 'TypeError', message: /input$/, code: 'E_BAD' });
assert.throws(fail, (error) => error.code === 'E_BAD');
for (const attempt of [
  () => assert.throws(() => {}),
  () => assert.throws(() => {}, RangeError, 'should complain'),
  () => assert.throws(fail, RangeError),
  () => assert.throws(fail, /good/),
  () => assert.throws(fail, { message: 'bad input', code: 'E_GOOD' }),
  () => assert.throws(fail, () => false),
  () => assert.throws(fail, 'bad input'),
  () => assert.throws(fail, {}),
  () => assert.throws('not a function'),
]) {
  try {
    attempt();
    console.log('passed');
  } catch (error) {
    console.log(error.code, '|', error.message);
  }
}
