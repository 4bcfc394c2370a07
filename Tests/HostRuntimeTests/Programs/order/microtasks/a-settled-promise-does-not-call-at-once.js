// Even a handler added to a promise that settled long ago waits for a checkpoint.
const old = Promise.resolve('old');
setTimeout(() => {
  old.then((value) => console.log('handler', value));
  console.log('timer goes on');
  process.nextTick(() => console.log('tick'));
}, 20);
