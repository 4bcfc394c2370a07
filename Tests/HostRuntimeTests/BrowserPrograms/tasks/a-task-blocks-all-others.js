// HTML 8.1.7.3 "Processing model", step 2.6: one task runs at a time; a timer that is due waits for it to end.
// clock: virtual
setTimeout(() => {
  console.log('long task begins', performance.now());
  looplab.busy(40);
}, 10);
setTimeout(() => console.log('late', performance.now() >= 50), 20);
