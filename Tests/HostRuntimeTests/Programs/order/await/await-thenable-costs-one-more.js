// A thenable's then is called in a microtask of its own.
const thenable = { then(resolve) { console.log('then called'); resolve('thenable'); } };
(async () => console.log(await thenable))();
(async () => { await null; console.log('1'); await null; console.log('2'); await null; console.log('3'); })();
console.log('script');
