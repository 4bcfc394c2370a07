// A handler attached while another runs comes after those already queued.
const promise = Promise.resolve();
promise.then(() => {
  console.log('one');
  promise.then(() => console.log('attached by one'));
});
promise.then(() => console.log('two'));
promise.then(() => console.log('three'));
