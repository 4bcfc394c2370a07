// Returning a promise from then takes two more microtasks than returning its value.
Promise.resolve().then(() => Promise.resolve('promise')).then((value) => console.log(value));
Promise.resolve().then(() => 'value').then((value) => console.log(value));
Promise.resolve()
  .then(() => console.log(1))
  .then(() => console.log(2))
  .then(() => console.log(3))
  .then(() => console.log(4));
