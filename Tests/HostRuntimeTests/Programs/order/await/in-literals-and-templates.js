// Array, object and template parts are evaluated in order, each await in its place.
const slow = async (value) => { console.log('start', value); await null; return value; };
(async () => {
  console.log([await slow(1), await slow(2)]);
  console.log({ [await slow('key')]: await slow('value'), ...(await slow({ spread: true })) });
  console.log(`${await slow('a')}-${await slow('b')}`);
  const { x = await slow('default') } = await slow({});
  console.log(x);
})();
