// DOM 2.9 "invoke", step 6: the listeners are copied before they are called, so one that is added meanwhile waits for
// the next event; one that is removed meanwhile ("inner invoke", step 2) is passed over; a `once` listener (2.5) goes
// first.
const target = new EventTarget();
const removed = () => console.log('never');
target.addEventListener('x', () => {
  console.log('A');
  target.addEventListener('x', () => console.log('added'));
  target.removeEventListener('x', removed);
}, { once: true });
target.addEventListener('x', removed);
target.addEventListener('x', { handleEvent() { console.log('B', this !== target); } });
target.dispatchEvent(new Event('x'));
console.log('--');
target.dispatchEvent(new Event('x'));
