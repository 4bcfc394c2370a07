// The queues are emptied after each timer of a list.
for (const name of ['a', 'b', 'c']) {
  setTimeout(() => {
    console.log('timer', name);
    process.nextTick(() => console.log('tick', name));
    queueMicrotask(() => console.log('micro', name));
  }, 20);
}
