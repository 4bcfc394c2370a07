// Collecting an async iterable: Array.fromAsync is not there yet.
const collect = async (iterable) => {
  const list = [];
  for await (const each of iterable) list.push(each);
  return list;
};
async function* g() { yield 1; yield Promise.resolve(2); }
console.log(typeof Array.fromAsync);
collect(g()).then((list) => console.log('generator', list));
collect([Promise.resolve('x'), 'y']).then((list) => console.log('array', list));
