// A short timer set after a block expires later than those that fell due during it.
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setTimeout(() => console.log('20 list'), 20);
setTimeout(() => console.log('30 list'), 30);
block(70);
setTimeout(() => console.log('10 list'), 10);
console.log('script');
