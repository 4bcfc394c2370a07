// The same holds for abort listeners: abort itself never throws.
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const controller = new AbortController();
controller.signal.addEventListener('abort', () => { throw new Error('listener'); });
controller.signal.addEventListener('abort', () => console.log('other listener'));
controller.abort();
console.log('abort returned');
