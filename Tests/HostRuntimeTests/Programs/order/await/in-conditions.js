// await may stand in conditions, conditional expressions and logical operators; skipped branches do not yield.
const is = async (value) => { console.log('asked', value); return value; };
(async () => {
  if (await is(true)) console.log('if');
  console.log(await is(0) || await is('or'));
  console.log(await is(0) && await is('never asked'));
  console.log((await is(null)) ?? (await is('nullish')));
  console.log(await is(false) ? await is('no') : await is('conditional'));
  while (await is(false));
  do console.log('do once'); while (await is(0));
})();
