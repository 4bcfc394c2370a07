// A handler that does not apply still passes the value on in a microtask of its own.
Promise.resolve('a').catch(() => {}).catch(() => {}).then(() => console.log('after two catches'));
Promise.resolve('b').then(() => console.log('direct'));
Promise.resolve().then(() => {}).then(() => console.log('two rounds')).then(() => console.log('three rounds'))
  .then(() => console.log('four rounds'));
