// Ticks and microtasks of beforeExit run, but do not bring it back.
let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('tick'));
});
process.on('exit', () => console.log('exit'));
