const list = [1, 2, 3, 4];
console.log(list.findLast((value) => value % 2 === 1), list.findLastIndex((value) => value % 2 === 1));
console.log(list.findLast(() => false), list.findLastIndex(() => false));
list.findLast(function(value, index, array) { console.log(this.name, value, index, array === list); },
  { name: 'self' });
console.log([, 1].findLast((value) => value === undefined), Array.prototype.findLast.call('abc', (c) => c < 'c'));
console.log(new Float32Array([1.5, 2.5]).findLast((value) => value < 2), new Int8Array([5]).findLastIndex(() => true));
try {
  [].findLast('x');
} catch (error) {
  console.log(String(error));
}
