const util = require('util');
const url = new URL('http://h/?a=1');
console.log([url.searchParams]);
console.log({ deep: { deeper: { deepest: { url } } } });
console.log(util.inspect(url, { depth: 0 }), util.inspect(url, { breakLength: Infinity }));
console.log(util.inspect(url.searchParams, { depth: -1 }), util.inspect(url.searchParams.entries(), { depth: 0 }));
console.log(new URLSearchParams({ long: 'x'.repeat(70), other: 'y' }));
class Derived extends URL {}
console.log(new Derived('about:blank'));
