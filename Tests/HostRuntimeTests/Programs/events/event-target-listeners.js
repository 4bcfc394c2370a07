const target = new EventTarget();
const object = {
  handleEvent(event) {
    console.log('object', event.type, this === object);
  },
};
function listener(event) {
  console.log('function', this === target, event.target === target, event.eventPhase);
}
target.addEventListener('x', listener);
target.addEventListener('x', listener);
target.addEventListener('x', listener, { capture: true });
target.addEventListener('x', object);
target.addEventListener('x', () => console.log('once'), { once: true });
console.log(target.dispatchEvent(new Event('x')));
console.log('--');
target.removeEventListener('x', listener);
target.dispatchEvent(new Event('x'));
