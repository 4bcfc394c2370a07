// HTML 8.1.7.3 "Processing model", step 2.1: which task queue goes first is left to the implementation. Here it is
// the one with the oldest task; within one source (2.3) the order is that of queueing.
const { port1, port2 } = new MessageChannel();
port1.onmessage = (event) => console.log(event.data);
port2.postMessage('message 1');
looplab.interact(document.body, 'click');
document.body.onclick = () => console.log('click');
port2.postMessage('message 2');
setTimeout(() => console.log('timer'));
