// HTML 9.4.4 "Message ports": a message is a task of its own, and several tasks may go before a timer of the same
// time: microtasks run between them (8.1.7.3, step 2.8). A nested timer is slower still: its clamp (8.6, step 5) lets
// messages past it.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  console.log('message', data);
  queueMicrotask(() => console.log('microtask', data));
};
port2.postMessage(1);
port2.postMessage(2);
setTimeout(() => console.log('timer'), 5);
console.log('script');
