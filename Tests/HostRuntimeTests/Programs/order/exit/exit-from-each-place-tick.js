// Ending inside a tick: later ticks never run.
process.nextTick(() => console.log('tick 1'));
process.nextTick(() => process.exit(0));
process.nextTick(() => console.log('never'));
process.on('exit', () => console.log('exit'));
