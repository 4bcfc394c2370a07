// Immediates run in the order of the calls.
setImmediate(() => console.log(1));
setImmediate(console.log, 2, 'with', 'arguments');
setImmediate(() => console.log(3));
console.log('script');
