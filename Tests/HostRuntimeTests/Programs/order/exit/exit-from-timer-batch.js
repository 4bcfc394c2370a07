// Due timers after the one that ends the process do not run.
setTimeout(() => console.log('one'), 5);
setTimeout(() => process.exit(8), 5);
setTimeout(() => console.log('never'), 5);
const end = performance.now() + 20;
while (performance.now() < end);
