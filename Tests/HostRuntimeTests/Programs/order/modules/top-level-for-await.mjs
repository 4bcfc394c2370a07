// for await at the top level of a module.
async function* g() { yield 1; yield 2; }
for await (const value of g()) console.log(value);
queueMicrotask(() => console.log('microtask'));
for await (const value of [Promise.resolve('a'), 'b']) console.log(value);
console.log('end');
