// The executor is not deferred; only the handlers are.
console.log('before');
const promise = new Promise((resolve) => {
  console.log('executor starts');
  resolve('value');
  console.log('executor goes on after resolve');
});
promise.then((value) => console.log('handler', value));
console.log('after');
