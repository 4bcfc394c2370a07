// Ticks of different callers share one first-in first-out queue.
const defer = (name, depth) => process.nextTick(() => {
  console.log(name, depth);
  if (depth > 0) defer(name, depth - 1);
});
defer('a', 2);
defer('b', 1);
defer('c', 0);
