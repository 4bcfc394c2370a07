// HTML 9.4.4 "message port post message steps", step 5: a port in the transfer list moves with the message and is in
// the event's ports; its own messages wait until it is started where it arrives.
const outer = new MessageChannel();
const inner = new MessageChannel();
inner.port1.postMessage('sent before the port moved');
outer.port1.onmessage = ({ data, ports }) => {
  console.log(data, ports.length, ports[0] instanceof MessagePort);
  ports[0].onmessage = (event) => console.log(event.data);
};
outer.port2.postMessage('a port', [inner.port2]);
