// More than ten listeners of one event give a warning, once.
const { EventEmitter } = require('node:events');
process.on('warning', (warning) => console.log(warning.name, warning.type, warning.count));
const emitter = new EventEmitter();
for (let i = 0; i < 13; i++) emitter.on('x', () => {});
console.log('added', emitter.listenerCount('x'));
