// The code 13 comes only when the loop has run out of work.
process.on('exit', (code) => console.log('exit', code));
process.on('beforeExit', (code) => console.log('beforeExit', code));
setTimeout(() => console.log('timer'), 30);
await new Promise(() => {});
