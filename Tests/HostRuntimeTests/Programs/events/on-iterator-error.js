const { EventEmitter, on } = require('node:events');

const emitter = new EventEmitter();
async function main() {
  const iterator = on(emitter, 'data');
  emitter.emit('data', 'kept');
  emitter.emit('error', new Error('stream broke'));
  emitter.emit('data', 'too late');
  try {
    for await (const [value] of iterator) console.log(value);
  } catch (error) {
    console.log('caught', error.message);
  }
  console.log(await iterator.next());
}
main();
