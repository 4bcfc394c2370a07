// "requestIdleCallback()", section 4.1, and 5.3 "invoke idle callback timeout", step 2: when the timeout is over the
// callback runs as a task, with didTimeout true and no time remaining. The page below is never idle.
// clock: virtual
const { port1, port2 } = new MessageChannel();
let isDone = false;
port1.onmessage = () => {
  looplab.busy(3);
  if (!isDone) port2.postMessage(null);
};
port2.postMessage(null);
requestIdleCallback(() => console.log('not before the end'));
requestIdleCallback((deadline) => {
  console.log(deadline.didTimeout, deadline.timeRemaining(), Math.round(performance.now()));
  isDone = true;
}, { timeout: 20 });
