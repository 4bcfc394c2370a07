// setMaxListeners(0) lifts the limit.
const { EventEmitter } = require('node:events');
process.on('warning', () => console.log('never'));
const emitter = new EventEmitter().setMaxListeners(0);
for (let i = 0; i < 20; i++) emitter.on('x', () => {});
console.log(emitter.getMaxListeners(), EventEmitter.defaultMaxListeners);
