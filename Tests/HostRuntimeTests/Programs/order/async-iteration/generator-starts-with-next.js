// Calling an async generator function runs nothing; the first next does, synchronously.
async function* g() { console.log('body'); yield 1; console.log('after yield'); }
const generator = g();
console.log('made');
const promise = generator.next();
console.log('next called', promise instanceof Promise);
promise.then((result) => console.log(result));
