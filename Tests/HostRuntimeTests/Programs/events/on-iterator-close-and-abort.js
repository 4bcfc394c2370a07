const { EventEmitter, on } = require('node:events');

async function main() {
  const emitter = new EventEmitter();
  const closing = on(emitter, 'data', { close: ['end'] });
  emitter.emit('data', 1);
  emitter.emit('end');
  emitter.emit('data', 2);
  for await (const [value] of closing) console.log('value', value);
  console.log('ended');

  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1);
  try {
    for await (const [value] of on(emitter, 'data', { signal: controller.signal })) console.log(value);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
main();
