// A rejection nobody sees, because the promise had already been resolved, is no unhandled rejection.
process.on('unhandledRejection', () => console.log('never printed'));
new Promise((resolve, reject) => { resolve('fine'); reject(new Error('ignored')); }).then(console.log);
