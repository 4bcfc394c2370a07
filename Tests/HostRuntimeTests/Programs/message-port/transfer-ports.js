// SPDX-License-Identifier: MIT
// A port in a message: the receiver gets a new one, in the event's ports too; what waited at it comes along.
const carrier = new MessageChannel();
const { port1, port2 } = new MessageChannel();

port2.postMessage('sent before the transfer');
carrier.port1.addEventListener('message', (event) => {
  const [port] = event.ports;
  console.log(event.data.port === port, port === port1, port instanceof MessagePort, event.ports.length);
  port.on('message', (message) => {
    console.log(message);
    if (message === 'sent after') {
      port.close();
      carrier.port1.close();
    }
  });
});
carrier.port2.postMessage({ port: port1 }, [port1]);
port2.postMessage('sent after');
console.log(port1.postMessage('from the old object'), port1.hasRef());
