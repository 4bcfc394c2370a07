// In a cycle, require gives what has been exported so far.
const a = require('./fixtures/cycle-a.cjs');
console.log('main sees', a.name, a.late);
