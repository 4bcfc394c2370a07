// Functions can be thenables too, also by accident.
const f = () => {};
f.then = (resolve) => resolve('from a function');
Promise.resolve(f).then(console.log);
const returned = async () => ({ name: 'innocent', then: undefined });
returned().then((value) => console.log(value.name));
