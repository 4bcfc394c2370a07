function* items() { yield 1; }
async function* stream() { yield 1; }
console.log(items(), stream());
console.log([1, 2][Symbol.iterator](), 'ab'[Symbol.iterator](), 'ab'.matchAll(/a/g));
console.log([1, 2].entries().next(), items().next());
const spent = new Map([[1, 2]]).keys();
spent.next();
spent.next();
console.log(spent);
console.log({ [Symbol.iterator]: null }, new (class Range { *[Symbol.iterator]() { yield 1; } })());
console.log(Object.getPrototypeOf(items), Object.getPrototypeOf(async () => {}));
