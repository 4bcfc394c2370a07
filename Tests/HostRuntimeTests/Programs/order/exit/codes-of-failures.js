// An uncaught exception gives code 1, even when exitCode was set before.
process.exitCode = 42;
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('x'); });
