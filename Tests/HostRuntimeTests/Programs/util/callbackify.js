const util = require('node:util');

const greet = util.callbackify(async function greet(name) {
  return `hello ${name} from ${this?.place}`;
});
console.log(greet.name, greet.length);
greet.call({ place: 'here' }, 'Ada', function(error, text) {
  console.log(error, text, this.place);
});
util.callbackify(() => Promise.reject(new Error('refused')))((error, value) => console.log(error.message, value));
util.callbackify(() => Promise.reject(undefined))((error) => {
  console.log(error.code, error.message, error.reason, 'reason' in error);
});
try {
  greet('nobody calls back');
} catch (error) {
  console.log(String(error));
}
