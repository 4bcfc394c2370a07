// Promise.all over immediates resolves after the last of them, before the next turn's immediates.
const immediate = (name) => new Promise((resolve) => setImmediate(() => { console.log(name); resolve(name); }));
Promise.all([immediate('a'), immediate('b')]).then((names) => console.log('all', names.join()));
setImmediate(() => { console.log('c'); setImmediate(() => console.log('next turn')); });
