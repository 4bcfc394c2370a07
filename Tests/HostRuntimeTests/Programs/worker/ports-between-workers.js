// SPDX-License-Identifier: MIT
// Two workers talk to each other through a channel that the main thread made.
const { Worker, MessageChannel } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
const code = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.once('message', (port) => {
    port.on('message', (count) => {
      if (count === 6) {
        port.close();
        parentPort.postMessage(workerData + ' closes at ' + count);
      } else {
        port.postMessage(count + 1);
      }
    });
    port.on('close', () => parentPort.postMessage(workerData + ' closed'));
    if (workerData === 'first') port.postMessage(1);
  });
`;
const lines = [];
let running = 0;
for (const [name, port] of [['first', port1], ['second', port2]]) {
  const worker = new Worker(code, { eval: true, workerData: name });
  running++;
  worker.on('message', (line) => lines.push(line));
  worker.on('exit', () => {
    if (--running === 0) console.log(lines.sort());
  });
  worker.postMessage(port, [port]);
}
