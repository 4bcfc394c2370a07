// The stack is written as it was recorded; what it does not say comes after it.
function make(error) {
  error.stack = `${error.name}: ${error.message}\n    at step (program.js:1:1)`;
  return error;
}
console.log(make(new Error('plain')));
console.log(make(new TypeError('a type')));
console.log([make(new Error('in an array'))], { key: make(new RangeError('in an object')) });
console.log(make(Object.assign(new Error('with keys'), { code: 'E_CODE', info: { a: [1] } })));
class ValidationError extends Error {}
class Odd extends Error {}
class Named extends Error { constructor(message) { super(message); this.name = 'Named'; } }
console.log(make(new ValidationError('subclass')));
console.log(make(new Odd('name without Error')));
console.log(make(new Named('own name')));
const renamed = make(new Error('renamed later'));
renamed.name = 'LaterError';
console.log(renamed);
const changed = make(new Error('first'));
changed.message = 'second';
console.log(changed);
console.log(make(new Error('two\nlines')), { e: make(new Error('two\nlines')) });
