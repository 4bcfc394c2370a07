// A timer never fires before its time.
const start = performance.now();
setTimeout(() => console.log('not early', performance.now() - start >= 49), 50);
setTimeout(() => console.log('long over', performance.now() - start >= 89), 90);
