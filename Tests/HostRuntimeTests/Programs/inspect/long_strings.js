const { inspect } = require('util');

// A string that does not fit is split at its line feeds; maxStringLength cuts it.
const text = `${'x'.repeat(50)}\n${'y'.repeat(50)}\n\nend`;
console.log(inspect(text));
console.log([text, 'short\ntext', 'z'.repeat(90)]);
console.log({ key: text, deep: { key: `${'a'.repeat(40)}\n${'b'.repeat(40)}\n` } });
console.log(inspect('sixteen chars \n..', { breakLength: 3 }), inspect('seventeen chars\n..', { breakLength: 3 }));
console.log(inspect({ key: text }, { compact: true }));
console.log(inspect({ key: text }, { breakLength: Infinity }));
for (const maxStringLength of [0, 1, 5, 6, null]) console.log(inspect('abcdef', { maxStringLength }));
console.log(inspect(['abc', { key: 'abcdef' }], { maxStringLength: 2 }));
console.log(inspect('x'.repeat(10005)).length, inspect('x'.repeat(10005)).slice(-30));
