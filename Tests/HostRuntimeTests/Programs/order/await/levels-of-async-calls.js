// Each level of async functions adds one microtask on the way back.
const level = async (n) => { if (n > 0) await level(n - 1); console.log('back at', n); };
level(3);
let chain = Promise.resolve();
for (let i = 1; i <= 4; i++) chain = chain.then(() => console.log('round', i));
