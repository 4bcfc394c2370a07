// Awaiting an async call takes one microtask after the call's own end.
const inner = async () => { console.log('inner 1'); await null; console.log('inner 2'); };
const outer = async () => { console.log('outer 1'); await inner(); console.log('outer 2'); };
outer().then(() => console.log('outer done'));
let chain = Promise.resolve();
for (let i = 1; i <= 4; i++) chain = chain.then(() => console.log('round', i));
