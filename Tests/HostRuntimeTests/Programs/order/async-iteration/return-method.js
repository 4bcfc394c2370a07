// return ends the generator wherever it waits; before the start nothing of the body runs.
async function* g() { try { yield 1; } finally { console.log('finally'); } }
(async () => {
  const unstarted = g();
  console.log(await unstarted.return('early'));
  const started = g();
  await started.next();
  console.log(await started.return('late'));
  console.log(await started.next());
})();
