// A rejected top-level await ends the process with code 1.
process.on('exit', (code) => console.log('exit', code));
console.log('before');
await Promise.reject(new Error('top level'));
