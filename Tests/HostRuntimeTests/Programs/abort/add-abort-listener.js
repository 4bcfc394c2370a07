const { addAbortListener } = require('node:events');

const controller = new AbortController();
controller.signal.addEventListener('abort', (event) => event.stopImmediatePropagation());
controller.signal.addEventListener('abort', () => console.log('stopped'));
addAbortListener(controller.signal, (event) => console.log('hears all the same:', event.type));
const disposable = addAbortListener(controller.signal, () => console.log('disposed of'));
disposable[Symbol.dispose]();
controller.abort();
addAbortListener(controller.signal, (...args) => console.log('already aborted:', args));
console.log('sync part ends');
