// A thenable that calls back later keeps the function waiting; one that never does keeps it for ever.
const ticking = { then(resolve) { process.nextTick(resolve, 'from a tick'); } };
const immediate = { then(resolve) { setImmediate(resolve, 'from an immediate'); } };
const silent = { then() { console.log('silent then'); } };
(async () => console.log(await ticking))();
(async () => console.log(await immediate))();
(async () => { await silent; console.log('never'); })();
Promise.resolve().then(() => console.log('promise'));
