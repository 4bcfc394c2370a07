// HTML 8.1.7.3 "perform a microtask checkpoint", step 1: nothing happens while a checkpoint is being performed, so a
// listener that a microtask calls does not let other microtasks in.
const target = new EventTarget();
target.addEventListener('x', () => {
  console.log('listener 1');
  queueMicrotask(() => console.log('microtask of listener 1'));
});
target.addEventListener('x', () => console.log('listener 2'));
queueMicrotask(() => {
  target.dispatchEvent(new Event('x'));
  console.log('end of the microtask');
});
