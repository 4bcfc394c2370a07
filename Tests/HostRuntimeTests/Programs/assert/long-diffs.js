const assert = require('node:assert');

function show(actual, expected) {
  try {
    assert.deepStrictEqual(actual, expected);
  } catch (error) {
    console.log(error.message);
    console.log('---');
  }
}
const numbers = Array.from({ length: 30 }, (_, i) => i);
show(numbers, numbers.map((n) => (n === 20 ? 'x' : n)));
show(numbers, numbers.map((n) => (n === 10 || n === 16 ? -n : n)));
show(numbers, numbers.slice(0, 25));
show(numbers.map((n) => [n]), numbers.map((n) => `${n}`));
