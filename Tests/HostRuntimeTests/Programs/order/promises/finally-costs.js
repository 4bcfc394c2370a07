// finally takes more microtasks than then, because it waits for what its callback returns.
Promise.resolve().finally(() => console.log('finally')).then(() => console.log('after finally'));
Promise.resolve().then(() => console.log('then')).then(() => console.log('after then'))
  .then(() => console.log('after then 2')).then(() => console.log('after then 3'))
  .then(() => console.log('after then 4'));
