// Without return the chain does not wait for the inner promise.
const later = (name) => new Promise((resolve) => setTimeout(() => { console.log(name); resolve(name); }, 20));
Promise.resolve()
  .then(() => { later('not waited for'); })
  .then((value) => console.log('value', value))
  .then(() => later('waited for'))
  .then((value) => console.log('value', value));
