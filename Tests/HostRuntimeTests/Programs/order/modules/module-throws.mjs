// An error in a module's body is an uncaught exception; what it queued before does not run.
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 40);
console.log('body');
throw new Error('module');
