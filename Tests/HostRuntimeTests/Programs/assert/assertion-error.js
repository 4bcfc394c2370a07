const assert = require('node:assert');

try {
  assert.strictEqual('actual', 'expected', 'they differ');
} catch (error) {
  console.log(error instanceof assert.AssertionError, error instanceof Error, Object.keys(error));
  console.log(error.name, error.code, error.operator, error.actual, error.expected, error.generatedMessage);
  console.log(error.toString().split('\n')[0]);
  console.log(error.stack.split('\n')[0]);
}
const own = new assert.AssertionError({ actual: 1, expected: 2, operator: 'isNearly' });
console.log(own.message, own.generatedMessage);
try {
  new assert.AssertionError('text');
} catch (error) {
  console.log(String(error));
}
