// "requestIdleCallback()", section 4.2, step 3: a cancelled callback is taken out of both lists, so it never runs,
// even if its period has begun.
requestIdleCallback(() => {
  console.log('A');
  cancelIdleCallback(b);
});
const b = requestIdleCallback(() => console.log('never'), { timeout: 5 });
cancelIdleCallback(requestIdleCallback(() => console.log('never')));
