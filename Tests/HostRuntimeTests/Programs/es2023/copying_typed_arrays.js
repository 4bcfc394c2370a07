const list = new Int16Array([3, -1, 2]);
console.log(list.toSorted(), list.toReversed(), list.with(1, 70000), list);
console.log(new Float64Array([NaN, 0, -0, 1]).toSorted(), new BigInt64Array([2n, 1n]).toSorted((a,
  b) => (a < b ? 1 : -1)));
class Derived extends Uint8Array {}
console.log(new Derived(2).toReversed().constructor.name, new Uint8Array(1).toSpliced);
for (const attempt of [() => list.with(3, 0), () => list.toSorted('x'),
  () => Object.getPrototypeOf(Int8Array.prototype).findLast.call([], () => 1)]) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
