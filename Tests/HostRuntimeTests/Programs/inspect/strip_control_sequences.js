const { stripVTControlCharacters, inspect } = require('util');

const texts = [
  'plain', '\x1b[31mred\x1b[39m', '\x1b[1;31;42mmany\x1b[0m', '\x1b[38;5;200mpalette',
  '\x9b31mone byte', '\x1b[2J\x1b[1;1Hcleared',
  '\x1b[?25lhidden', '\x1b]0;title\x07after',
  '\x1b]8;;http://example.com\x07link\x1b]8;;\x07', '\x1b(Bset', 'cut \x1b[',
];
for (const text of texts) console.log(inspect(stripVTControlCharacters(text)));
console.log(stripVTControlCharacters(inspect({ a: [1, 'x', null] }, { colors: true })));
try {
  stripVTControlCharacters(5);
} catch (error) {
  console.log(error.code, error.message);
}
