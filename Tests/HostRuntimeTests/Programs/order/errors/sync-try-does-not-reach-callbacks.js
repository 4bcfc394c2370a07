// try around setTimeout catches nothing that happens later.
process.on('uncaughtException', (error) => console.log('process', error.message));
try {
  setTimeout(() => { throw new Error('in timer'); }, 20);
  process.nextTick(() => { throw new Error('in tick'); });
  console.log('try left');
} catch {
  console.log('never');
}
