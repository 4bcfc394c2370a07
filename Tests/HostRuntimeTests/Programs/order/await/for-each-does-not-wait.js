// forEach ignores the promises of an async callback; for...of waits for each.
const visit = async (where, x) => { await null; console.log(where, x); };
[1, 2].forEach(async (x) => { await visit('forEach', x); console.log('forEach after', x); });
console.log('forEach is over');
(async () => {
  for (const x of [1, 2]) { await visit('for of', x); console.log('for of after', x); }
  console.log('for of is over');
})();
