const util = require('node:util');

function divide(a, b, callback) {
  setImmediate(() => (b === 0 ? callback(new RangeError('by zero')) : callback(null, a / b, a % b)));
}
divide.kept = true;
const divideAsync = util.promisify(divide);
const counter = {
  count: 4,
  read(callback) {
    callback(null, this.count);
  },
};
counter.readAsync = util.promisify(counter.read);
async function main() {
  console.log(await divideAsync(7, 2), divideAsync.kept, divideAsync.name, divideAsync.length);
  await divideAsync(1, 0).catch((error) => console.log(error.name, error.message));
  console.log(await counter.readAsync());
  console.log(util.promisify(divideAsync) === divideAsync);
}
main();
