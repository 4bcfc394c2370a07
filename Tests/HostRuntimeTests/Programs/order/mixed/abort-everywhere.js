// Aborting calls its listeners at once; promises that depend on it react in microtasks.
const { setTimeout: sleep } = require('node:timers/promises');
const controller = new AbortController();
controller.signal.addEventListener('abort', () => console.log('listener'));
controller.signal.onabort = () => console.log('onabort');
sleep(1000, null, { signal: controller.signal }).catch((error) => console.log(error.name));
setImmediate(() => {
  console.log('aborting');
  process.nextTick(() => console.log('tick'));
  controller.abort();
  console.log('aborted', controller.signal.aborted);
});
