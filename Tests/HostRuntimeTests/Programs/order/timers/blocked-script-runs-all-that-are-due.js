// After a blocked script all due timers run in one pass, ordered by expiry.
setTimeout(() => console.log('30'), 30);
setTimeout(() => console.log('10'), 10);
setTimeout(() => console.log('20'), 20);
setImmediate(() => console.log('immediate'));
const end = performance.now() + 60;
while (performance.now() < end);
console.log('blocked long enough');
