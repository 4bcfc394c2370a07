// A comparator that returns a promise compares nothing: the order stays.
const list = [3, 1, 2];
list.sort(async (a, b) => a - b);
console.log(list.join());
(async () => {
  const keyed = await Promise.all([3, 1, 2].map(async (n) => [await n, n]));
  console.log(keyed.sort((a, b) => a[0] - b[0]).map((pair) => pair[1]).join());
})();
