// SPDX-License-Identifier: MIT
// A port that nobody needs does not keep the program.
const { port1, port2 } = new MessageChannel();

port1.on('message', (message) => console.log(message));
port1.unref();
port2.postMessage('arrives while something else keeps the loop');
setTimeout(() => port2.postMessage('never arrives'), 5);
process.on('exit', () => console.log('exit'));
