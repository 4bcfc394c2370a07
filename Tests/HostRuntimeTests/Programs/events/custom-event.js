const event = new CustomEvent('order', { detail: { pizza: 2 }, cancelable: true });
console.log(event.type, event.detail, event.cancelable, event.bubbles, event.isTrusted);
console.log(event instanceof Event, Object.prototype.toString.call(event), event.target, event.composedPath());
console.log(new CustomEvent('plain').detail);
const target = new EventTarget();
target.addEventListener('order', ({ detail, currentTarget }) => console.log(detail.pizza, currentTarget === target));
target.dispatchEvent(event);
console.log(event.currentTarget, event.target === target);
for (const wrong of [() => new Event(), () => new Event('x', 5), () => target.dispatchEvent({ type: 'x' }),
  () => target.addEventListener('x'), () => target.addEventListener('x', 'text')]) {
  try {
    wrong();
  } catch (error) {
    console.log(String(error));
  }
}
