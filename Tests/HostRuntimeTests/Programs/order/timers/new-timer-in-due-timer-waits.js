// A timer set by a timer waits for a later pass, even when it would be due at once.
setTimeout(() => {
  console.log('first');
  setTimeout(() => console.log('set by first'), 0);
  const end = performance.now() + 10;
  while (performance.now() < end);
}, 5);
setTimeout(() => console.log('second'), 5);
setTimeout(() => console.log('third'), 8);
const end = performance.now() + 30;
while (performance.now() < end);
