// When nothing is left: beforeExit, then exit.
process.on('beforeExit', (code) => console.log('beforeExit', code));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('last timer'), 20);
