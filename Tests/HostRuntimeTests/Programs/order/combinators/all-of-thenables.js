// Combinators take thenables too, and call their then in a microtask.
const thenable = (name) => ({ then(resolve) { console.log('then of', name); resolve(name); } });
Promise.all([thenable('a'), thenable('b')]).then(console.log);
Promise.race([thenable('c'), Promise.resolve('native')]).then((winner) => console.log('race', winner));
console.log('script');
