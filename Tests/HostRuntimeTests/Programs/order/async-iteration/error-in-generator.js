// A throwing generator rejects that call of next and is done.
async function* g() { yield 1; throw new Error('broken'); }
(async () => {
  try {
    for await (const value of g()) console.log(value);
  } catch (error) {
    console.log('loop', error.message);
  }
  const generator = g();
  await generator.next();
  await generator.next().catch((error) => console.log('next', error.message));
  console.log(await generator.next());
})();
