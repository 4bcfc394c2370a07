const { EventEmitter, getEventListeners, once } = require('node:events');

const emitter = new EventEmitter();
async function attempt(signal) {
  try {
    await once(emitter, 'never', { signal });
  } catch (error) {
    console.log(error.name, error.code, error.message, '- cause:', error.cause);
  }
}
async function main() {
  await attempt(AbortSignal.abort('too late'));
  const controller = new AbortController();
  const waiting = attempt(controller.signal);
  controller.abort('changed my mind');
  await waiting;
  console.log(emitter.eventNames(), getEventListeners(controller.signal, 'abort'));
}
main();
