// toSorted, toReversed, toSpliced and with leave the array as it is.
const list = [3, 1, , 2];
console.log(list.toSorted(), list.toSorted((a, b) => b - a), list.toReversed(), list.toSpliced(1, 2, 'x', 'y', 'z'));
console.log(list.with(0, 'new'), list.with(-1, 'last'), list);
console.log([1, 2, 3].toSpliced(), [1, 2, 3].toSpliced(1), [1, 2, 3].toSpliced(-1, 0, 9), [1, 2].toSpliced(0,
  undefined));
console.log(Array.prototype.toReversed.call({ length: 2, 0: 'a' }), Array.prototype.with.call('abc', 1, 'X'));
for (const attempt of [() => [1].with(1, 0), () => [1].with(-2, 0), () => [].toSorted(5), () => [].toSorted(null),
  () => Array.prototype.toReversed.call(null), () => Array.prototype.with.call({ length: 2 ** 32 }, 0, 0)]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
