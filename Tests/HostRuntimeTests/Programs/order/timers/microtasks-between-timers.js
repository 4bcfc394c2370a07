// Everything a timer queues is done before the next timer of the batch.
const step = (name) => () => {
  console.log('timer', name);
  Promise.resolve().then(() => console.log('promise', name)).then(() => console.log('second promise', name));
  process.nextTick(() => console.log('tick', name));
};
setTimeout(step('a'), 5);
setTimeout(step('b'), 5);
setTimeout(step('c'), 7);
const end = performance.now() + 20;
while (performance.now() < end);
