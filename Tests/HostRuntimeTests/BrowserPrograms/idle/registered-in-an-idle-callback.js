// "requestIdleCallback()", section 5.1 "start an idle period", steps 2 to 5: only callbacks that were there when the
// period began run in it; one registered by an idle callback waits for the next period, which does not begin before
// the deadline.
// clock: virtual
requestIdleCallback(() => {
  console.log('A', Math.round(performance.now()));
  requestIdleCallback(() => console.log('C', Math.round(performance.now())));
});
requestIdleCallback(() => console.log('B', Math.round(performance.now())));
