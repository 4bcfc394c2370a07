// throw raises at the waiting yield; the generator may recover and yield again.
async function* g() {
  try { yield 'first'; } catch (error) { console.log('recovering from', error.message); yield 'recovered'; }
}
(async () => {
  const generator = g();
  console.log((await generator.next()).value);
  console.log((await generator.throw(new Error('thrown in'))).value);
  console.log((await generator.next()).done);
  await generator.throw(new Error('after the end')).catch((error) => console.log('rejected', error.message));
})();
