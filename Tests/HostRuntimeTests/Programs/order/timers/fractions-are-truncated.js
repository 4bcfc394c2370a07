// Delays are whole milliseconds: 1.9 is in the list of 1, so it runs before a 1 that was set after it.
setTimeout(() => console.log('1.9'), 1.9);
setTimeout(() => console.log('1'), 1);
setTimeout(() => console.log('1.1'), 1.1);
const end = performance.now() + 10;
while (performance.now() < end);
