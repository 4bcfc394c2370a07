// Waiting with events.once fails when 'error' comes first, and can be aborted.
const { EventEmitter, once } = require('node:events');
const emitter = new EventEmitter();
once(emitter, 'ready').catch((error) => console.log('failed', error.message));
once(emitter, 'error').then(([error]) => console.log('waited for the error', error.message));
emitter.emit('error', new Error('broken'));
const controller = new AbortController();
once(emitter, 'never', { signal: controller.signal })
  .catch((error) => console.log(error.name, emitter.listenerCount('never')));
controller.abort();
