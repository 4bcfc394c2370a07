// abort() runs its listeners at once; what they queue waits.
const controller = new AbortController();
controller.signal.addEventListener('abort', () => {
  console.log('listener');
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
});
const aborted = new Promise((resolve) => controller.signal.addEventListener('abort', resolve));
aborted.then(() => console.log('promise'));
controller.abort();
console.log('after abort');
