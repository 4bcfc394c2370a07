// A listener that decides to end after all.
process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error) => { console.log('fatal', error.message); process.exit(20); });
setTimeout(() => { throw new Error('x'); }, 20);
setTimeout(() => console.log('never'), 60);
