// timers/promises reject with an AbortError when the signal is aborted.
const { setTimeout: sleep, setImmediate: immediate } = require('node:timers/promises');
const controller = new AbortController();
sleep(500, 'never', { signal: controller.signal }).catch((error) => console.log(error.name, error.code));
immediate('immediate', { signal: controller.signal }).then(console.log);
sleep(20, 'x', { signal: AbortSignal.abort('why') }).catch((error) => console.log(error.name, error.cause));
setTimeout(() => controller.abort(), 120);
