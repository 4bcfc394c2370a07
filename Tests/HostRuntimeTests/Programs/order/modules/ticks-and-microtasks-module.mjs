// Module entry: the body is a job itself, so microtasks queued by it run before its ticks.
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
queueMicrotask(() => console.log('microtask'));
