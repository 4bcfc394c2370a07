// An async generator awaits what it yields, so each item takes longer.
async function* letters() { yield 'a'; yield 'b'; }
(async () => { for await (const letter of letters()) console.log('item', letter); console.log('over'); })();
let chain = Promise.resolve();
for (let i = 1; i <= 10; i++) chain = chain.then(() => console.log('round', i));
