// A synchronous generator never waits: ticks and promises queued between yields come after the loop.
function* noisy() {
  process.nextTick(() => console.log('tick'));
  yield 1;
  Promise.resolve().then(() => console.log('promise'));
  yield 2;
}
for (const value of noisy()) console.log(value);
console.log('loop over');
