// HTML 9.4.4 "message port post message steps", step 5: the message is serialized when it is posted, so later changes
// do not show; what cannot be serialized throws there.
const { port1, port2 } = new MessageChannel();
port1.onmessage = (event) => console.log(event.data, event.data === message, event instanceof MessageEvent);
const message = { list: [1] };
port2.postMessage(message);
message.list.push(2);
try {
  port2.postMessage(() => {});
} catch (error) {
  console.log(error.name, error instanceof DOMException);
}
