// After a top-level await the module goes on as a microtask.
console.log('start');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
await null;
console.log('after await');
process.nextTick(() => console.log('tick 2'));
await new Promise((resolve) => setImmediate(resolve));
console.log('after immediate');
