// resolve(thenable) reads then at once but calls it in a microtask.
const thenable = {
  get then() { console.log('then read'); return (resolve) => { console.log('then called'); resolve('value'); }; },
};
Promise.resolve(thenable).then(console.log);
console.log('script');
queueMicrotask(() => console.log('microtask'));
