// A generator cannot resume itself while it runs.
let generator;
function* self() {
  try { generator.next(); } catch (error) { console.log(error.name); }
  yield 'still fine';
}
generator = self();
console.log(generator.next().value);
