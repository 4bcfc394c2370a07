// Durations vary; their form does not.
const { Console } = require('console');
const lines = [];
const stream = {
  write(text) { lines.push(text.replace(/\d+(\.\d+)?/g, 'N')); },
  once() {}, removeListener() {}, listenerCount() { return 1; },
};
const timed = new Console({ stdout: stream });
timed.time();
timed.timeEnd();
timed.time('label');
timed.timeLog('label');
timed.timeLog('label', 'extra', { a: 'x' });
timed.group();
timed.timeEnd('label');
timed.groupEnd();
timed.time(5);
timed.timeEnd('5');
for (const line of lines) console.log(JSON.stringify(line));
