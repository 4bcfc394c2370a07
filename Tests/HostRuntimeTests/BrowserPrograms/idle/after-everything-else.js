// HTML 8.1.7.3 "Processing model", step 5: an idle period starts when no task is runnable.
requestIdleCallback(() => console.log('idle'));
setTimeout(() => console.log('timer'), 0);
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => console.log('message');
port2.postMessage(null);
Promise.resolve().then(() => console.log('microtask'));
