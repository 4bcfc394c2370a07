// Every throwing timer of a batch reaches the listener; the queues are emptied after the first one that does not throw.
process.on('uncaughtException', (error) => {
  console.log('caught', error.message);
  process.nextTick(() => console.log('tick of listener', error.message));
});
for (const name of ['a', 'b']) setTimeout(() => { throw new Error(name); }, 5);
setTimeout(() => console.log('c'), 5);
setTimeout(() => console.log('d'), 5);
const end = performance.now() + 20;
while (performance.now() < end);
