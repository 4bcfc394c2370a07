const { Console } = require('console');

// A console can be told to colour, whatever its stream is.
const lines = [];
const stream = { write(text) { lines.push(text); }, once() {}, removeListener() {}, listenerCount() { return 1; } };
const choices = [
  { colorMode: true }, { colorMode: false }, { colorMode: 'auto' }, { inspectOptions: { colors: true } },
];
for (const options of choices) {
  const colored = new Console({ stdout: stream, ...options });
  colored.log('text', 1, null, true, undefined, 10n, Symbol('s'), { a: 'x' });
  colored.log(5);
  colored.log('%s %d %O', 'x', 1, { a: 1 });
  colored.dir({ a: 1 });
  colored.table([{ a: 1 }]);
}
for (const line of lines) console.log(JSON.stringify(line));
