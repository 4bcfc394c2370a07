const util = require('node:util');

function old(callback) {
  callback(null, 'by callback');
}
old[util.promisify.custom] = async (...args) => `custom ${args}`;
const fresh = util.promisify(old);
console.log(fresh === old[util.promisify.custom], String(util.promisify.custom));
fresh(1, 2).then(console.log);
util.promisify(setTimeout)(1, 'after a timeout').then(console.log);
util.promisify(setImmediate)('after an immediate').then(console.log);
for (const wrong of [undefined, 'text', Object.assign(() => {}, { [util.promisify.custom]: 5 })]) {
  try {
    util.promisify(wrong);
  } catch (error) {
    console.log(String(error));
  }
}
