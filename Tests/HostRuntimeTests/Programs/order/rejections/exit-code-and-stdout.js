// Output made before the crash is kept; the exit listener sees code 1.
process.on('exit', (code) => console.log('exit', code, process.exitCode));
setTimeout(() => { Promise.reject(new TypeError('boom')); console.log('rejected'); }, 20);
setTimeout(() => console.log('never'), 60);
