// A thenable that resolves with a thenable is unwrapped step by step, each in its own microtask.
const wrap = (value, name) => ({ then(resolve) { console.log('unwrap', name); resolve(value); } });
Promise.resolve(wrap(wrap(wrap('core', 'c'), 'b'), 'a')).then(console.log);
let chain = Promise.resolve();
for (let i = 1; i <= 5; i++) chain = chain.then(() => console.log('round', i));
