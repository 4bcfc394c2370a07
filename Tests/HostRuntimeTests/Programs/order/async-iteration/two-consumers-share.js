// Two loops over one generator divide its items between them.
async function* g() { for (let i = 1; i <= 4; i++) yield i; }
const shared = g();
const consume = async (name) => {
  for await (const value of shared) console.log(name, value);
  console.log(name, 'over');
};
Promise.all([consume('a'), consume('b')]).then(() => console.log('both over'));
