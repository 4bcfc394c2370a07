function make(error, ...frames) {
  const lines = frames.map((name) => `    at ${name} (program.js:1:1)`);
  error.stack = [`${error.name}: ${error.message}`, ...lines].join('\n');
  return error;
}
const cause = make(new TypeError('the cause'), 'inner', 'a', 'b', 'c', 'd', 'main');
console.log(make(new Error('outer', { cause }), 'outer', 'a', 'b', 'c', 'd', 'main'));
console.log(make(new Error('short', { cause }), 'outer', 'c', 'd', 'main'));
console.log(make(new Error('text', { cause: 'only text' }), 'x'));
console.log(make(new Error('nothing', { cause: undefined }), 'x'));
console.log(make(new Error('object', { cause: { a: { b: { c: {} } } } }), 'x'));
console.log(make(new AggregateError([make(new Error('one'), 'x'), 2], 'many'), 'x'));
const self = make(new Error('self'), 'x');
self.cause = self;
console.log(self);
console.log({ nested: make(new Error('outer', { cause }), 'outer') });
