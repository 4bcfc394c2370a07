// Timers set in a microtask count from there, which is the same millisecond list for equal delays.
Promise.resolve().then(() => setTimeout(() => console.log('set in promise'), 40));
process.nextTick(() => setTimeout(() => console.log('set in tick'), 40));
setTimeout(() => console.log('set in script'), 40);
