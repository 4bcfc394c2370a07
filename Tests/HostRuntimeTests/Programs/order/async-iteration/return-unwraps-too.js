// return awaits as well; return value of a generator is no item of the loop.
async function* g() { yield 1; return Promise.resolve('returned'); }
(async () => {
  for await (const value of g()) console.log('item', value);
  const generator = g();
  await generator.next();
  console.log(await generator.next());
})();
