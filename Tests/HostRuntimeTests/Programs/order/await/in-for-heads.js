// Each part of a for head may await: the start once, test and step in every round.
const slow = async (name, value) => { console.log(name); return value; };
(async () => {
  for (let i = await slow('start', 0); await slow('test', i < 2); i += await slow('step', 1)) console.log('round', i);
  for (const name of await slow('list', ['a', 'b'])) console.log(name);
  for (const key in await slow('object', { k: 1 })) console.log(key);
})();
