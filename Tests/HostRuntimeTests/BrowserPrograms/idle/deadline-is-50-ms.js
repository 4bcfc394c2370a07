// HTML 8.1.7.3 "Processing model", step 5 (computeDeadline): an idle period lasts at most 50 ms.
// clock: virtual
requestIdleCallback((deadline) => {
  console.log(deadline.didTimeout, deadline.timeRemaining());
  looplab.busy(20);
  console.log(deadline.timeRemaining());
  looplab.busy(60);
  console.log(deadline.timeRemaining());
});
