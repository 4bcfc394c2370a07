// When the script has blocked long enough, its zero timer is due and runs before the immediate.
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 0);
const end = performance.now() + 10;
while (performance.now() < end);
