// A signal removes listeners of an EventTarget, also between two listeners of one event.
const target = new EventTarget();
const controller = new AbortController();
target.addEventListener('x', () => { console.log('first'); controller.abort(); });
target.addEventListener('x', () => console.log('never'), { signal: controller.signal });
target.addEventListener('x', () => console.log('third'));
target.dispatchEvent(new Event('x'));
