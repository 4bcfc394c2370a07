// util.promisify gives setTimeout and setImmediate their promise form.
const { promisify } = require('node:util');
const timers = require('node:timers/promises');
console.log(promisify(setTimeout) === timers.setTimeout, promisify(setImmediate) === timers.setImmediate);
promisify(setTimeout)(20, 'value').then(console.log);
promisify(setImmediate)('immediate').then(console.log);
