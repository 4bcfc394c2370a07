const { Console } = require('console');

const nested = { a: { b: { c: { d: 1 } } } };
const shallow = new Console({ stdout: process.stdout, inspectOptions: { depth: 0 } });
shallow.log(nested);
shallow.log('%O %s', nested, nested);
shallow.log('%o', nested);
shallow.dir(nested);
shallow.dir(nested, { depth: 2 });
const tall = new Console({ stdout: process.stdout, inspectOptions: { compact: false } });
tall.log(nested);
tall.log([1, [2]]);
const separated = new Console({ stdout: process.stdout, inspectOptions: { numericSeparator: true } });
separated.log(1234567, [1234567], '%d');
separated.log('%d', 1234567);
