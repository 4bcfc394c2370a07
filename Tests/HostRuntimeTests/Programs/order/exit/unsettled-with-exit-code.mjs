// A code that was set before stays.
process.exitCode = 5;
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
