// How buffers are shown.
const { inspect } = require('node:util');
const buffer = require('node:buffer');
console.log(Buffer.alloc(0), Buffer.from('hi'), [Buffer.from('a'), { b: Buffer.from('c') }]);
console.log(Buffer.alloc(50).length, inspect(Buffer.alloc(51)), inspect(Buffer.alloc(60)));
console.log(Object.assign(Buffer.from('ab'), { foo: 1, bar: 'x', [Symbol('s')]: [1] }));
console.log(Object.assign(Buffer.alloc(0), { foo: 1 }));
console.log(inspect(Buffer.from('ab'), { showHidden: true }), Buffer.from('ab').inspect());
console.log(inspect(new Map([[Buffer.from('k'), Buffer.from('v')]])), inspect(Buffer.from('x'), { depth: -1 }));
buffer.INSPECT_MAX_BYTES = 2;
console.log(Buffer.from('abc'), Buffer.from('abcd'));
try {
  buffer.INSPECT_MAX_BYTES = -1;
} catch (error) {
  console.log(error.code, error.message);
}
console.log(
  JSON.stringify(Buffer.from('hi')), Buffer.from('hi').toJSON(), Object.prototype.toString.call(Buffer.alloc(1)),
);
console.log(buffer.constants, buffer.kMaxLength === buffer.constants.MAX_LENGTH, buffer.Buffer === Buffer);
