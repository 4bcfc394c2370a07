// SPDX-License-Identifier: MIT
// The other end sent through the channel itself: nobody can ever receive it, and the channel ends.
const { port1, port2 } = new MessageChannel();

port1.on('close', () => console.log('closed'));
port1.on('message', () => console.log('never'));
process.on('warning', (warning) => console.log(warning.name, warning.message));
port1.postMessage(port2, [port2]);
