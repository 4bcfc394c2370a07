// Awaiting a plain value gives way once, like awaiting a promise.
async function f() {
  console.log('f 1');
  await 1;
  console.log('f 2');
  await Promise.resolve();
  console.log('f 3');
}
f();
Promise.resolve().then(() => console.log('then 1')).then(() => console.log('then 2')).then(() => console.log('then 3'));
console.log('script');
