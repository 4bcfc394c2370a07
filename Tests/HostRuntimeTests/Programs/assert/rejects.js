const assert = require('node:assert');

async function show(promise) {
  try {
    console.log('passed', await promise);
  } catch (error) {
    console.log(error.code, '|', error.message);
  }
}
async function main() {
  const failing = async () => {
    throw new RangeError('too big');
  };
  await show(assert.rejects(failing, RangeError));
  await show(assert.rejects(failing(), { message: 'too big' }));
  await show(assert.rejects(failing, /small/));
  await show(assert.rejects(async () => 'fine'));
  await show(assert.rejects(() => 'no promise'));
  await show(assert.rejects('no function'));
  await show(assert.doesNotReject(async () => 'fine'));
  await show(assert.doesNotReject(failing, 'hoped for better'));
}
main();
