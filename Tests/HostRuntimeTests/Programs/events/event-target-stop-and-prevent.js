const target = new EventTarget();
target.addEventListener('x', (event) => {
  event.preventDefault();
  console.log('prevented:', event.defaultPrevented, event.returnValue);
  event.stopImmediatePropagation();
});
target.addEventListener('x', () => console.log('not reached'));
console.log(target.dispatchEvent(new Event('x')));
const cancelable = new Event('x', { cancelable: true });
console.log(target.dispatchEvent(cancelable), cancelable.defaultPrevented);
