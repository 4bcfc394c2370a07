const { EventEmitter } = require('node:events');

const emitter = new EventEmitter();
for (const value of [new TypeError('broken'), 'text', { code: 7 }, undefined, null]) {
  try {
    emitter.emit('error', value);
  } catch (error) {
    console.log(error.name, error.code, error.message);
    console.log('context' in error ? error.context : 'thrown as it is');
  }
}
try {
  emitter.emit('error');
} catch (error) {
  console.log(String(error));
}
