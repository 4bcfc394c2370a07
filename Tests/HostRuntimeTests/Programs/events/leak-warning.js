const { EventEmitter } = require('node:events');

process.on('warning', (warning) => {
  console.log(warning.name, warning.type, warning.count, warning.emitter === emitter);
  console.log(warning.message);
});
const emitter = new EventEmitter();
for (let i = 0; i < 12; i++) emitter.on('data', () => {});
const quiet = new EventEmitter().setMaxListeners(20);
for (let i = 0; i < 12; i++) quiet.on('data', () => {});
console.log('warnings come on a tick');
