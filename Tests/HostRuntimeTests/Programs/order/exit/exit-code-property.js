// process.exitCode sets the code without ending anything.
process.exitCode = 4;
process.on('exit', (code) => console.log('exit', code, process.exitCode));
setTimeout(() => console.log('still running'), 20);
