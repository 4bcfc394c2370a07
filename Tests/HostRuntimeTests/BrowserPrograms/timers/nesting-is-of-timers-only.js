// HTML 8.6 "timer initialization steps", step 3: only a task that these steps created has a nesting level. A message
// in between starts at 0 again.
// clock: virtual
const { port1, port2 } = new MessageChannel();
let count = 0;
port1.onmessage = () => setTimeout(() => {
  if (++count < 12) port2.postMessage(null);
  else console.log(performance.now() < 4);
}, 0);
port2.postMessage(null);
setTimeout(() => port1.close(), 50);
