// SPDX-License-Identifier: MIT
// What a completion of the thread pool makes is not among the ports that the same poll phase looks at; older ones are.
const { stat } = require('node:fs');

function open(name) {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (value) => {
    console.log(name, 'message', value);
    port1.close();
  });
  return port2;
}

const old = open('old');
stat(__filename, () => {
  open('new').postMessage(1);
  old.postMessage(2);
  setImmediate(() => console.log('immediate'));
});
