const target = new EventTarget();
const log = [];
const removed = () => log.push('removed');
target.addEventListener('x', () => {
  log.push('first');
  target.removeEventListener('x', removed);
  target.addEventListener('x', () => log.push('added by first'), { once: true });
});
target.addEventListener('x', removed);
target.addEventListener('x', () => log.push('last'));
target.dispatchEvent(new Event('x'));
console.log(log.join(', '));
try {
  target.addEventListener('again', (event) => target.dispatchEvent(event));
  process.on('uncaughtException', (error) => console.log(error.code, error.message));
  target.dispatchEvent(new Event('again'));
} catch (error) {
  console.log('thrown here', error.code);
}
