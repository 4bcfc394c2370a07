// Setters on Array.prototype are not run by the copying methods.
Object.defineProperty(Array.prototype, '0', { configurable: true, set() { console.log('setter'); } });
const copies = [['b', 'a'].toSorted(), [1, 2].toReversed(), [1].toSpliced(0, 1, 5), [1].with(0, 6)];
delete Array.prototype[0];
console.log(copies.map((copy) => copy.join()));
let reads = '';
const source = new Proxy([1, 2, 3], {
  get(target, key) {
    reads += `${String(key)} `;
    return target[key];
  },
});
Array.prototype.toReversed.call(source);
Array.prototype.with.call(source, 1, 0);
Array.prototype.toSpliced.call(source, 0, 2);
Array.prototype.findLast.call(source, () => false);
console.log(reads);
