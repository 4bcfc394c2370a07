// "requestIdleCallback()", section 5.2 "invoke idle callbacks", step 3: callbacks run in the order of registration
// until the deadline; the rest waits for the next period. Other tasks may run between them.
// clock: virtual
for (const name of ['A', 'B', 'C']) {
  requestIdleCallback((deadline) => {
    console.log(name, Math.round(deadline.timeRemaining()), Math.round(performance.now()));
    looplab.busy(30);
  });
}
