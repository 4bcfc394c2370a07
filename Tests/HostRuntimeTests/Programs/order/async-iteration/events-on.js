// events.on turns emits into items; those that come early are kept.
const { EventEmitter, on } = require('node:events');
const emitter = new EventEmitter();
(async () => {
  for await (const [value] of on(emitter, 'item')) {
    console.log('item', value);
    if (value === 3) break;
  }
  console.log('listeners left', emitter.listenerCount('item'));
})();
emitter.emit('item', 1);
emitter.emit('item', 2);
setTimeout(() => emitter.emit('item', 3), 20);
