// Importing twice gives the same namespace and runs the body once.
(async () => {
  const one = await import('./fixtures/counted.mjs');
  const two = await import('./fixtures/counted.mjs');
  console.log(one === two, one.default, Object.keys(one).join());
})();
