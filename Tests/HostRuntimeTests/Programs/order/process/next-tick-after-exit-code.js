// Setting the exit code does not stop anything that is queued.
process.exitCode = 3;
process.nextTick(() => { console.log('tick', process.exitCode); process.exitCode = 0; });
queueMicrotask(() => console.log('microtask', process.exitCode));
