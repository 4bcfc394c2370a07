// SPDX-License-Identifier: MIT
// A closed port and one whose other end is closed take everything and do nothing.
const { port1, port2 } = new MessageChannel();

port1.close(() => {
  setImmediate(() => {
    for (const port of [port1, port2]) {
      console.log(port.postMessage('lost'), port.start(), port.ref(), port.unref(), port.hasRef(), port.close());
    }
    try {
      port1.postMessage(() => {});
    } catch (error) {
      console.log(error.name);
    }
    const buffer = new ArrayBuffer(4);
    port1.postMessage(buffer, [buffer]);
    console.log(buffer.byteLength);
  });
});
