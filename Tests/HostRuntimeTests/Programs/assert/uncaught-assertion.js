const assert = require('node:assert');

process.on('exit', (code) => console.log('exit', code));
Promise.resolve().then(() => console.log('not reached: the failure ends the process first'));
console.log('checking');
assert.deepStrictEqual([1, 2, 3], [1, 2, 4]);
