// A combinator reads its iterable at once, and closes over what it yields.
function* promises() {
  console.log('first'); yield Promise.resolve(1);
  console.log('second'); yield 2;
  console.log('end');
}
Promise.all(promises()).then(console.log);
Promise.all('ab').then(console.log);
Promise.all(new Set([Promise.resolve('set')])).then(console.log);
Promise.all(7).catch((error) => console.log(error.name));
console.log('script');
