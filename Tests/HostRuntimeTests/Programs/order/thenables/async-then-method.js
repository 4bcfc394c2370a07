// A then that is an async function: its own promise is ignored, only its calls count.
const strange = { async then(resolve) { await null; console.log('in then'); resolve('value'); return 'ignored'; } };
Promise.resolve(strange).then(console.log);
let chain = Promise.resolve();
for (let i = 1; i <= 4; i++) chain = chain.then(() => console.log('round', i));
