// process.exit() without argument takes process.exitCode.
process.on('exit', (code) => console.log('exit', code));
process.exitCode = 12;
setImmediate(() => process.exit());
