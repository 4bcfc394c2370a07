// Without frames an error stands in brackets.
function bare(error) {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
console.log(bare(new Error('gone')));
console.log([bare(new TypeError('gone'))], { e: bare(new Error('two\nlines')) });
console.log(bare(Object.assign(new Error('with key'), { code: 1 })));
const odd = new Error('x');
odd.stack = 'whatever stands here';
console.log(odd);
console.log(Object.create(Error.prototype));
console.log(Object.create(TypeError.prototype, { message: { value: 'made by hand' } }));
console.log(Error.prototype, TypeError.prototype);
