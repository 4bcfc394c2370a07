// Promise.resolve gives a promise back as it is only when its constructor property says Promise.
const plain = Promise.resolve('x');
const changed = Object.setPrototypeOf(Promise.resolve('y'), Object.create(Promise.prototype));
const wrapped = Promise.resolve(changed);
console.log(Promise.resolve(plain) === plain, wrapped === changed);
plain.constructor = Object;
console.log(Promise.resolve(plain) === plain);
Promise.all([plain, changed]).then(console.log);
