// await on a native promise does not use Promise.prototype.then; catch and finally do.
const original = Promise.prototype.then;
Promise.prototype.then = function (...args) {
  console.log('then called');
  return original.apply(this, args);
};
(async () => {
  await Promise.resolve();
  console.log('after await');
  const caught = Promise.reject(new Error('x')).catch(() => 'caught');
  console.log(await caught);
  Promise.prototype.then = original;
})();
