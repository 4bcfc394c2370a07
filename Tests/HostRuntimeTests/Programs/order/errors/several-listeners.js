// All listeners are called in order, the monitor before them.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('uncaughtException', (error) => console.log('one', error.message));
process.on('uncaughtException', (error) => console.log('two', error.message));
process.prependListener('uncaughtException', () => console.log('zero'));
setImmediate(() => { throw new Error('x'); });
