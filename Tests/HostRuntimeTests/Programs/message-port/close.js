// SPDX-License-Identifier: MIT
// close(): both ends hear of it, after what was sent; the callback is one more 'close' listener.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => console.log('message', message));
port1.on('close', (event) => console.log('port1 close', event.constructor.name, event.type));
port1.addEventListener('close', (event) => console.log('event', event.target === port1));
port2.on('close', () => console.log('port2 close'));
port2.postMessage('sent before');
port2.close(() => console.log('callback'));
console.log(port2.postMessage('sent after'), port2.hasRef());
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
