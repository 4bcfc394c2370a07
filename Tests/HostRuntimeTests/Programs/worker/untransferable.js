// SPDX-License-Identifier: MIT
// markAsUntransferable: a marked buffer is copied instead; a marked port cannot be sent at all.
const { MessageChannel, markAsUntransferable, receiveMessageOnPort } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
const buffer = new ArrayBuffer(4);
markAsUntransferable(buffer);
port1.postMessage(buffer, [buffer]);
console.log(buffer.byteLength, receiveMessageOnPort(port2).message.byteLength);
const marked = new MessageChannel().port1;
markAsUntransferable(marked);
try {
  port1.postMessage(marked, [marked]);
} catch (error) {
  console.log(error.name, error.code);
}
console.log(markAsUntransferable(5), markAsUntransferable('text'));
