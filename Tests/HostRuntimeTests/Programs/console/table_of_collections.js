console.table(new Map([['a', 1], [{ key: 1 }, { value: [1] }]]));
console.table(new Set([1, 'x', { a: 1 }]));
console.table(new Map());
console.table(new Set());
console.table([new Map([[1, 2]]), new Set([1])]);
console.table({ when: new Date(0), what: /x/ });
class Row { constructor(id) { this.id = id; } get twice() { return this.id * 2; } }
console.table([new Row(1), new Row(2)]);
