// The four ways to continue later, side by side, twice over.
const ways = (round) => {
  (async () => { await null; console.log(round, 'await'); })();
  Promise.resolve().then(() => console.log(round, 'then'));
  queueMicrotask(() => console.log(round, 'queueMicrotask'));
  process.nextTick(() => console.log(round, 'nextTick'));
};
ways('script');
setImmediate(ways, 'immediate');
