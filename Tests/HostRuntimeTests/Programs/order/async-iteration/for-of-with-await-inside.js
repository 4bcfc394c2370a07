// for...of over promises gives the promises; awaiting them inside is nearly the same as for await.
const list = () => [Promise.resolve('x'), Promise.resolve('y')];
(async () => {
  for (const each of list()) console.log(each instanceof Promise, await each);
  for await (const each of list()) console.log(each);
})();
