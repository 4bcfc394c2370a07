// HTML 8.1.7.3 "Processing model", step 5 (computeDeadline): the period ends with the next timer, and is computed
// again each time, so a timer that the callback sets counts as well.
// clock: virtual
setTimeout(() => console.log('timer'), 30);
requestIdleCallback((deadline) => {
  console.log(Math.ceil(deadline.timeRemaining()));
  setTimeout(() => console.log('timer of the callback'), 10);
  console.log(Math.ceil(deadline.timeRemaining()));
});
