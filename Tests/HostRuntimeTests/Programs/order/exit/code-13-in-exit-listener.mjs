// The exit listener of a module that waits for ever gets 0, but process.exitCode is 13 already.
process.on('exit', (code) => console.log(code, process.exitCode));
await new Promise(() => {});
