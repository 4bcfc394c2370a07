// throw raises an error at the waiting yield; uncaught it comes out of throw, and the generator is done.
function* careful() {
  try { yield 1; } catch (error) { console.log('caught', error.message); yield 2; }
  yield 3;
}
const generator = careful();
generator.next();
console.log(generator.throw(new Error('inside')).value);
try { generator.throw(new Error('outside')); } catch (error) { console.log('came out', error.message); }
console.log(generator.next());
