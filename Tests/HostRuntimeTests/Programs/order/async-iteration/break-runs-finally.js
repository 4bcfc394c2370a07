// Leaving the loop calls return: finally runs, and the loop waits for it.
async function* g() {
  try { yield 1; yield 2; } finally { console.log('closing'); await null; console.log('closed'); }
}
(async () => {
  for await (const value of g()) { console.log(value); break; }
  console.log('after the loop');
})();
