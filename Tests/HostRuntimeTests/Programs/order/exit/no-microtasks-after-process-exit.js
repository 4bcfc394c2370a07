// After process.exit not even the microtasks of exit listeners run.
process.on('exit', (code) => {
  Promise.resolve().then(() => console.log('never'));
  console.log('exit', code);
});
setTimeout(() => process.exit(), 20);
