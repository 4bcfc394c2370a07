// In an exit listener only synchronous work counts: nothing it sets for later runs.
process.on('exit', (code) => {
  console.log('exit', code);
  setTimeout(() => console.log('never'), 0);
  setImmediate(() => console.log('never'));
  process.nextTick(() => console.log('never'));
});
process.on('exit', () => console.log('second listener'));
