// A due list is emptied before the next list begins, even where expiries interleave.
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setTimeout(() => console.log('a: set first, 10'), 10);
block(5);
setTimeout(() => console.log('b: set second, 7'), 7);
block(5);
setTimeout(() => console.log('c: set third, 10'), 10);
block(40);
