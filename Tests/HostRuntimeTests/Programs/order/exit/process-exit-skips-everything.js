// process.exit ends at once: no ticks, no microtasks, no beforeExit, no finally.
process.on('beforeExit', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
try {
  process.exit(3);
} finally {
  console.log('never');
}
