// Arrays of more than six short elements are set in columns: numbers to the right, the rest to the left.
console.log([1, 2, 3, 4, 5, 6]);
console.log([1, 2, 3, 4, 5, 6, 7]);
console.log(Array.from({ length: 30 }, (_, i) => (i * 37) % 101));
console.log(Array.from({ length: 27 }, (_, i) => 's'.repeat(i % 9)));
console.log([1n, 20n, 300n, 4, 5, 6, 7, 8]);
console.log([1, '2', 3, 4, 5, 6, 7]);
console.log([-1, -22, 333, -0, NaN, Infinity, 1e21, 0.5]);
console.log(Array.from({ length: 10 }, (_, i) => ({ i })));
console.log({ nested: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
console.log([[1, 2, 3, 4, 5, 6, 7, 8, 9], [[1, 2, 3, 4, 5, 6, 7, 8, 9]]]);
console.log(Object.assign([1, 2, 3, 4, 5, 6, 7, 8], { extra: true }));
console.log(Array(8).fill('a rather long element of the array'));
