// An exception inside the listener is fatal: exit code 7, and no second call.
process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error) => {
  console.log('caught', error.message);
  throw new Error('from the listener');
});
setTimeout(() => { throw new Error('timer'); }, 20);
setTimeout(() => console.log('never'), 60);
