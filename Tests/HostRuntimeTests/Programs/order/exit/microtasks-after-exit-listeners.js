// At a natural end the microtasks of exit listeners still run, though ticks do not.
process.on('exit', (code) => {
  process.nextTick(() => console.log('never'));
  Promise.resolve().then(() => console.log('microtask')).then(() => console.log('second microtask'));
  console.log('exit', code);
});
setTimeout(() => console.log('timer'), 20);
