// Text, pairs, records, maps and other params can start a query.
class Pairs {
  *[Symbol.iterator]() {
    yield ['x', 1];
    yield new Set(['y', 2]);
  }
}
for (const init of ['a=1', '?a=1', '', undefined, null, { a: 1, b: [2, 3], c: undefined }, [['a', 1], ['a', 2]],
  new Map([['m', 'n']]), new URLSearchParams('q=r'), new Pairs(), 5, true]) {
  console.log(new URLSearchParams(init));
}
for (const init of [[['a']], [1], ['ab', 'c'], { [Symbol.iterator]: 1 }]) {
  try {
    new URLSearchParams(init);
  } catch (error) {
    console.log(String(error));
  }
}
