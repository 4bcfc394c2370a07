// Leaving for...of early closes the generator: finally runs.
function* guarded() {
  try { yield 1; yield 2; } finally { console.log('closed'); }
}
for (const value of guarded()) { console.log(value); break; }
const [first] = guarded();
console.log('destructured', first);
const generator = guarded();
generator.next();
console.log(generator.return('given'));
