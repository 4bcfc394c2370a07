// A warning is emitted in a tick, after those queued before it.
process.on('warning', (warning) => console.log('warning', warning.name, warning.message));
process.nextTick(() => console.log('tick 1'));
process.emitWarning('careful', 'CustomWarning');
process.nextTick(() => console.log('tick 2'));
queueMicrotask(() => console.log('microtask'));
console.log('script');
