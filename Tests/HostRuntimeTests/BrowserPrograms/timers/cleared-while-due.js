// HTML 8.6 "timer initialization steps", step 9.2: the task of a timer that was cleared after it was queued does
// nothing.
const [second, third] = [setTimeout(first, 1), setTimeout(() => console.log('never'), 1)];
const fourth = setTimeout(() => console.log('D'), 1);
function first() {
  console.log('A');
  clearTimeout(third);
  queueMicrotask(() => clearTimeout(fourth));
}
looplab.busy(10);
