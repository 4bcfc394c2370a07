// The combinators and resolve call the current `then` of what they are given.
const promise = Promise.resolve('value');
promise.then = function (...handlers) {
  console.log('patched then', handlers.length);
  return Promise.prototype.then.apply(this, handlers);
};
(async () => {
  console.log('await', await promise);
  console.log('all', await Promise.all([promise]));
  console.log('resolve', await new Promise((resolve) => resolve(promise)));
})();
