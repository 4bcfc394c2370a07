// Two for await loops take turns round by round.
const loop = async (name, values) => {
  for await (const value of values) console.log(name, value);
  console.log(name, 'over');
};
loop('a', [1, 2, 3]);
loop('b', [Promise.resolve(1), Promise.resolve(2)]);
console.log('script');
