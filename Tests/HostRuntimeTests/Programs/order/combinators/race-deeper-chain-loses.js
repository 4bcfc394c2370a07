// A chain that takes more microtasks loses, though it stands first.
const deep = Promise.resolve('deep').then((v) => v).then((v) => v);
Promise.race([deep, Promise.resolve('shallow').then((v) => v)]).then((winner) => console.log(winner));
Promise.race([(async () => 'async function')(), Promise.resolve('settled')]).then((winner) => console.log(winner));
Promise.race([(async () => { await null; return 'late'; })(), Promise.resolve().then(() => 'then')]).then(console.log);
