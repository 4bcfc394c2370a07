const util = require('node:util');

process.on('warning', (warning) => console.log(warning.name, warning.code, warning.message));
const oldName = util.deprecate((n) => n + 1, 'oldName() is deprecated, use newName()', 'DEP9001');
const other = util.deprecate(() => 'other', 'shares the code', 'DEP9001');
const Klass = util.deprecate(class Klass {
  constructor() {
    this.made = true;
  }
}, 'Klass is deprecated');
console.log(oldName(1), oldName(2), other());
console.log(new Klass().made, new Klass() instanceof Klass);
