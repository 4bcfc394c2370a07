// A chain of microtasks holds back even the ticks.
let left = 500;
const again = () => {
  if (left === 500) process.nextTick(() => console.log('tick'));
  if (--left === 0) console.log('last microtask');
  else queueMicrotask(again);
};
queueMicrotask(again);
