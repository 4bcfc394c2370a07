// HTML 8.1.7.3 "Processing model", step 5 (computeDeadline): with animation frame callbacks pending, the period ends
// with the next frame.
// clock: virtual
requestAnimationFrame(() => console.log('frame'));
requestIdleCallback((deadline) => {
  console.log('idle', deadline.timeRemaining() > 16, deadline.timeRemaining() < 17);
  looplab.busy(10);
  console.log(deadline.timeRemaining() < 7);
});
