// SPDX-License-Identifier: MIT
// What the classes are: who may construct them, what their objects have.
const { MessageChannel: Channel, MessagePort: Port } = require('node:worker_threads');

console.log(Channel === MessageChannel, Port === MessagePort);
for (const attempt of [() => new MessagePort(), () => MessagePort(), () => MessageChannel()]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const channel = new MessageChannel();
console.log(Object.keys(channel), channel instanceof MessageChannel, channel.port1.constructor === MessagePort);
console.log(Object.prototype.toString.call(channel.port1), Object.keys(channel.port1));
for (const method of ['postMessage', 'start', 'close', 'ref', 'unref', 'hasRef']) {
  try {
    MessagePort.prototype[method].call({}, 1);
  } catch (error) {
    console.log(method, error.name, error.message);
  }
}
try {
  MessagePort.prototype.on.call({}, 'message', () => {});
} catch (error) {
  console.log(error.code, error.message);
}
class Mine extends MessageChannel {}
console.log(new Mine() instanceof Mine, Object.keys(MessagePort.prototype).sort());
