// Without a listener the first throwing microtask ends the process at once.
process.on('exit', (code) => console.log('exit', code));
queueMicrotask(() => console.log('micro 1'));
queueMicrotask(() => { throw new Error('micro 2'); });
queueMicrotask(() => console.log('never'));
