// A generator does nothing until next is called, and stops at each yield.
function* count() { console.log('started'); yield 1; console.log('between'); yield 2; console.log('finished'); }
const generator = count();
console.log('made');
console.log(generator.next());
console.log(generator.next());
console.log(generator.next());
console.log(generator.next());
