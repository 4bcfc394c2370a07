// JSON files can be required; the object is shared.
const data = require('./fixtures/data.json');
data.list.push(4);
console.log(require('./fixtures/data.json').list, data.name);
