// Array methods see promises, not values: filter keeps everything, reduce must await its accumulator.
(async () => {
  const even = async (n) => n % 2 === 0;
  console.log([1, 2, 3].filter((n) => even(n)).length);
  const flags = await Promise.all([1, 2, 3].map(even));
  console.log([1, 2, 3].filter((_, i) => flags[i]));
  const sum = await [1, 2, 3].reduce(async (total, n) => (await total) + n, 0);
  console.log(sum);
})();
