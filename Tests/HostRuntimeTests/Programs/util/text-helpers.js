const util = require('node:util');

console.log(JSON.stringify(util.stripVTControlCharacters('\u001b[31mred\u001b[39m plain')));
console.log(util.toUSVString('ok \ud800 end') === 'ok \ufffd end');
console.log(JSON.stringify(util.styleText('green', 'go', { validateStream: false })));
console.log(JSON.stringify(util.styleText(['bold', 'red'], 'stop')));
console.log(util.parseEnv('HOST=local # comment\nNAME="two words"\nexport DEBUG=1\nEMPTY=\n'));
console.log(util.format('%s is %d years, %i whole, %j, %o, %%', 'Ada', 36.5, 36.5, { a: 1 }, [1]));
const decoder = new util.TextDecoder();
console.log(decoder.decode(new util.TextEncoder().encode('héllo')));
console.log(util.debuglog('nothing').enabled);
try {
  util.styleText('purple-ish', 'x');
} catch (error) {
  console.log(error.code, error.message.slice(0, 60));
}
