// The same inside a timer: immediate before zero timer.
setTimeout(() => {
  setTimeout(() => console.log('timer'), 0);
  setImmediate(() => console.log('immediate'));
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('tick'));
  console.log('outer timer');
}, 20);
