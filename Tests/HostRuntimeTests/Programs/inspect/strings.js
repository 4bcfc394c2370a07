const { inspect } = require('util');

// The quotation mark that needs fewest escapes is taken.
for (const text of ['plain', "it's", 'say "hi"', `both ' and "`, 'all \' " `', '\' " ${x}', '', '`', '\\']) {
  console.log(inspect(text), [text]);
}
console.log(inspect('\n\t\r\b\f\v\0\x01\x1b\x7f\x80\x9f\xa0'));
console.log(inspect('\ud83d'), inspect('\ude00x'), inspect('\ud83d\ude00'), inspect('a\udc00\ud800b'));
console.log(inspect('é 日本 \u2028 \ufeff'));
console.log('top level', ['nested'], 'a\nb');
console.log(inspect(Symbol("it's")), inspect(Symbol()), [Symbol('a\nb')]);
