const { EventEmitter, once } = require('node:events');

const emitter = new EventEmitter();
async function main() {
  setTimeout(() => emitter.emit('ready', 'a', 'b'), 1);
  console.log(await once(emitter, 'ready'));
  setTimeout(() => emitter.emit('error', new Error('failed')), 1);
  await once(emitter, 'ready').catch((error) => console.log('rejected:', error.message));
  setTimeout(() => emitter.emit('error', 'as a value'), 1);
  console.log(await once(emitter, 'error'));
  console.log('listeners left:', emitter.eventNames());
}
main();
