// dispatchEvent tells whether a cancelable event was prevented.
const target = new EventTarget();
target.addEventListener('x', (event) => event.preventDefault());
console.log(target.dispatchEvent(new Event('x')), target.dispatchEvent(new Event('x', { cancelable: true })));
const event = new Event('x', { cancelable: true });
target.dispatchEvent(event);
console.log(event.defaultPrevented, event.type, event.target === target);
