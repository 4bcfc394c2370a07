// Two async functions with equally many awaits alternate strictly.
const walk = async (name, steps) => {
  for (let i = 1; i <= steps; i++) { console.log(name, i); await null; }
  console.log(name, 'done');
};
walk('a', 3);
walk('b', 2);
console.log('script');
