// Promise.resolve makes a new promise around an instance of a subclass, which costs microtasks.
class Sub extends Promise {}
const sub = Sub.resolve('sub');
console.log(Promise.resolve(sub) === sub, Sub.resolve(sub) === sub);
(async () => { await sub; console.log('awaited subclass'); })();
(async () => { await Promise.resolve(); console.log('awaited plain'); })();
Promise.resolve().then(() => {}).then(() => console.log('two'))
  .then(() => console.log('three')).then(() => console.log('four'));
