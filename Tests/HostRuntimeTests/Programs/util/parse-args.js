const { parseArgs } = require('node:util');

const options = {
  verbose: { type: 'boolean', short: 'v' },
  out: { type: 'string', short: 'o' },
  tag: { type: 'string', multiple: true },
  level: { type: 'string', default: 'low' },
};
console.log(parseArgs({ args: ['-v', '--out', 'x.txt', '--tag=a', '--tag', 'b'], options }));
console.log(parseArgs({ args: ['-vofile', 'rest', '--', '-v'], options, allowPositionals: true, tokens: true }));
console.log(parseArgs({ args: ['--free', '-x', '--k=v'], strict: false }).values);
for (const args of [['--nope'], ['--out'], ['--verbose=1'], ['loose'], ['-o', '-v']]) {
  try {
    parseArgs({ args, options });
  } catch (error) {
    console.log(error.code, error.message.split('\n')[0]);
  }
}
