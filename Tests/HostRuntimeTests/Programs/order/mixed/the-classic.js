// Script, ticks, microtasks, timers, immediates: the order every interview asks for.
console.log('1 script');
setTimeout(() => console.log('7 timer'), 0);
setImmediate(() => console.log('8 immediate'));
Promise.resolve().then(() => console.log('5 promise'));
process.nextTick(() => console.log('4 tick'));
(async () => { console.log('2 async'); await null; console.log('6 after await'); })();
console.log('3 script ends');
const end = performance.now() + 10;
while (performance.now() < end);
