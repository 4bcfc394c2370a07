// EventTarget: no duplicates, objects with handleEvent, once, and stopImmediatePropagation.
const target = new EventTarget();
const f = () => console.log('f');
target.addEventListener('x', f);
target.addEventListener('x', f);
target.addEventListener('x', { handleEvent(event) { console.log('object', event.type, this !== undefined); } });
target.addEventListener('x', () => console.log('once'), { once: true });
target.addEventListener('x', (event) => { console.log('stopping'); event.stopImmediatePropagation(); });
target.addEventListener('x', () => console.log('never'));
target.dispatchEvent(new Event('x'));
target.dispatchEvent(new Event('x'));
