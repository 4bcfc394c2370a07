// Without a listener the first uncaught exception ends the process: only exit listeners still run.
process.on('exit', (code) => console.log('exit', code));
process.nextTick(() => console.log('never'));
queueMicrotask(() => console.log('never'));
console.log('before');
throw new Error('script');
