// Rounds of for await over an array, against a chain of microtasks.
(async () => { for await (const value of ['a', 'b']) console.log('item', value); console.log('over'); })();
let chain = Promise.resolve();
for (let i = 1; i <= 8; i++) chain = chain.then(() => console.log('round', i));
