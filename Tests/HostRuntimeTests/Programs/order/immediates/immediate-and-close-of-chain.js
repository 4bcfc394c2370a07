// A long chain of microtasks fits between two immediates of one phase.
setImmediate(async () => {
  console.log('a');
  for (let i = 0; i < 50; i++) await null;
  console.log('fifty awaits later');
});
setImmediate(() => console.log('b'));
