// Assertions print to stderr; a console over stdout shows what.
const { Console } = require('console');
const shown = new Console(process.stdout);
shown.assert(true, 'not printed');
shown.assert(false);
shown.assert();
shown.assert(0, 'count is %d of %s', 3, 'ten');
shown.assert(null, 'several', { values: [1, 2] });
shown.assert('', { first: 'an object' });
shown.assert(1 === 1);
