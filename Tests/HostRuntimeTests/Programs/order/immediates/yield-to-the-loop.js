// Awaiting an immediate lets timers in between two slices of work; awaiting a value does not.
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setTimeout(() => console.log('timer'), 5);
(async () => {
  for (let i = 1; i <= 2; i++) { block(6); await null; console.log('slice', i); }
  console.log('now yielding');
  for (let i = 3; i <= 4; i++) { await new Promise((resolve) => setImmediate(resolve)); console.log('slice', i); }
})();
