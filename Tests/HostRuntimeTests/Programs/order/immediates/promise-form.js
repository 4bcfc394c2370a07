// setImmediate of timers/promises resolves in the check phase.
const { setImmediate: immediate } = require('node:timers/promises');
setImmediate(() => console.log('callback 1'));
immediate('promise').then(console.log);
setImmediate(() => console.log('callback 2'));
(async () => { console.log(await immediate('awaited')); })();
