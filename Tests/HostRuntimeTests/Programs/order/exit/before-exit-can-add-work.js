// Work added by a beforeExit listener keeps the process alive, and beforeExit comes again.
let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds === 1) setTimeout(() => console.log('timer'), 20);
  if (rounds === 2) setImmediate(() => console.log('immediate'));
});
process.on('exit', () => console.log('exit'));
