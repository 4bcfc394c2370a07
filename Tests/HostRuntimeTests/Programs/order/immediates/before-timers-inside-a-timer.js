// Inside a timer the check phase comes first, so an immediate beats a zero timer.
setTimeout(() => {
  setTimeout(() => console.log('zero timer'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  console.log('timer');
}, 20);
