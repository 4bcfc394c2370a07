// An unreferenced interval accompanies the work and ends with it.
let beats = 0;
setInterval(() => console.log('beat', ++beats), 40).unref();
setTimeout(() => console.log('work done'), 100);
