const { EventEmitter, on } = require('node:events');

const emitter = new EventEmitter();
async function main() {
  const iterator = on(emitter, 'data');
  emitter.emit('data', 1);
  emitter.emit('data', 2, 'two');
  setTimeout(() => emitter.emit('data', 3), 1);
  let seen = 0;
  for await (const args of iterator) {
    console.log(args);
    if (++seen === 3) break;
  }
  console.log(await iterator.next(), emitter.eventNames());
}
main();
