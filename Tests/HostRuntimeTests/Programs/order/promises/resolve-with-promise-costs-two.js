// resolve(promise) also takes two microtasks longer; Promise.resolve(promise) gives the same promise back at no cost.
const settled = Promise.resolve('settled');
new Promise((resolve) => resolve(settled)).then(() => console.log('new Promise'));
Promise.resolve(settled).then(() => console.log('Promise.resolve'));
console.log(Promise.resolve(settled) === settled);
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
