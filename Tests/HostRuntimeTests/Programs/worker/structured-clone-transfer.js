// SPDX-License-Identifier: MIT
// structuredClone moves what is in its transfer list: buffers and ports.
const buffer = new ArrayBuffer(4);
const moved = structuredClone({ buffer }, { transfer: [buffer] });
console.log(buffer.byteLength, moved.buffer.byteLength);

const { port1, port2 } = new MessageChannel();
const { port } = structuredClone({ port: port1 }, { transfer: [port1] });
console.log(port instanceof MessagePort, port === port1);
port2.postMessage('to the new one');
port.on('message', (message) => {
  console.log(message);
  port.close();
});

const attempts = [
  [port2], [1, { transfer: 5 }], [1, { transfer: [5] }], [1, 5], [buffer], [() => 1],
  [1, { transfer: [moved.buffer, moved.buffer] }], [1, { transfer: [port1] }],
];
for (const args of attempts) {
  try {
    console.log(structuredClone(...args));
  } catch (error) {
    console.log(`${error.name} ${error.code}: ${error.message}`);
  }
}
