// A monitor only watches: the process still ends.
process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtExceptionMonitor', (error) => console.log('monitor', error.message));
setTimeout(() => { throw new Error('fatal'); }, 20);
setTimeout(() => console.log('never'), 60);
