const { Console } = require('console');

// A stream that throws is forgiven unless ignoreErrors is off.
const broken = {
  write() { throw new Error('cannot write'); },
  once() {}, removeListener() {}, listenerCount() { return 0; },
};
new Console({ stdout: broken }).log('lost');
console.log('ignored');
try {
  new Console({ stdout: broken, ignoreErrors: false }).log('lost');
} catch (error) {
  console.log(error.message);
}
try {
  new Console(broken, broken, false).error('lost');
} catch (error) {
  console.log(error.message);
}
