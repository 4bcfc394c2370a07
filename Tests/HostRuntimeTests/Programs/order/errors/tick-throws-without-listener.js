// The rest of the tick queue is lost with the process.
process.on('exit', (code) => console.log('exit', code));
process.nextTick(() => console.log('tick 1'));
process.nextTick(() => { throw new Error('tick 2'); });
process.nextTick(() => console.log('never'));
