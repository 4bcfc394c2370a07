// A listener counts from the moment it is added.
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => process.on('uncaughtException', (error) => console.log('caught', error.message)), 40);
setTimeout(() => { throw new Error('after'); }, 80);
setTimeout(() => console.log('goes on'), 120);
