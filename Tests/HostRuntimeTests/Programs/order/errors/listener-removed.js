// Once the listener is gone, the next exception ends the process.
process.on('exit', (code) => console.log('exit', code));
process.once('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => { throw new Error('first'); }, 20);
setTimeout(() => { console.log('second'); throw new Error('second'); }, 60);
setTimeout(() => console.log('never'), 100);
