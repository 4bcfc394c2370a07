// SPDX-License-Identifier: MIT
// events.once and events.on work on ports.
const { once, on } = require('node:events');

(async () => {
  const { port1, port2 } = new MessageChannel();
  setTimeout(() => port2.postMessage('one'), 5);
  console.log(await once(port1, 'message'));

  setTimeout(() => {
    for (const message of [1, 2, 3]) port2.postMessage(message);
  }, 5);
  for await (const [message] of on(port1, 'message')) {
    console.log(message);
    if (message === 3) break;
  }
  port1.close();
  const [event] = await once(port1, 'close');
  console.log(event.type);

  const ended = new MessageChannel();
  ended.port2.postMessage('last');
  setTimeout(() => ended.port2.close(), 20);
  for await (const [message] of on(ended.port1, 'message', { close: ['close'] })) console.log(message);
  console.log('end of the iteration');
})();
