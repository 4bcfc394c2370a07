// Awaiting a settled promise again gives the same value and yields again.
let made = 0;
const promise = (async () => { made += 1; return { made }; })();
(async () => {
  const first = await promise;
  process.nextTick(() => console.log('tick'));
  const second = await promise;
  console.log(first === second, made);
})();
