const { getEventListeners, getMaxListeners, on, once, setMaxListeners } = require('node:events');

async function main() {
  const target = new EventTarget();
  setTimeout(() => target.dispatchEvent(new Event('x')), 1);
  const [event] = await once(target, 'x');
  console.log(event.type, getEventListeners(target, 'x').length);
  const iterator = on(target, 'y');
  target.dispatchEvent(new CustomEvent('y', { detail: 5 }));
  console.log((await iterator.next()).value[0].detail);
  await iterator.return();
  setMaxListeners(2, target);
  console.log(getMaxListeners(target));
  process.on('warning', (warning) => console.log(warning.name, warning.message));
  for (let i = 0; i < 4; i++) target.addEventListener('z', () => {});
}
main();
