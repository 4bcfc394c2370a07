// SPDX-License-Identifier: MIT
// A port keeps the program alive while somebody listens for messages, unless told otherwise.
const { port1 } = new MessageChannel();
const listener = () => {};
const show = (text) => console.log(text.padEnd(24), port1.hasRef());

show('new');
port1.on('message', listener);
show('on message');
port1.off('message', listener);
show('off message');
port1.once('message', listener);
show('once message');
port1.off('message', listener);
show('off message');
port1.addEventListener('message', listener);
show('addEventListener');
port1.on('message', () => {});
port1.unref();
show('unref');
port1.on('message', () => {});
show('another listener');
port1.ref();
show('ref');
port1.removeAllListeners('message');
show('removeAllListeners');
port1.unref();
port1.on('close', listener);
port1.on('messageerror', listener);
show('other listeners');
port1.onmessage = null;
show('onmessage = null');
port1.onmessage = listener;
console.log(port1.onmessage === listener);
port1.close();
show('close');
