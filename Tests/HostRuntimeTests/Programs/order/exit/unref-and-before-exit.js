// beforeExit comes though an unreferenced timer is pending; that timer does not run.
setTimeout(() => console.log('never'), 60).unref();
process.on('beforeExit', () => console.log('beforeExit'));
process.on('exit', () => console.log('exit'));
setTimeout(() => console.log('work'), 20);
