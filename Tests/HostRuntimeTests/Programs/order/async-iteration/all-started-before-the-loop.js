// Promises in an array work all at once; a generator starts each only when asked.
const job = (name) => new Promise((resolve) => { console.log('start', name); setImmediate(resolve, name); });
async function* oneByOne() { for (const name of ['c', 'd']) yield job(name); }
(async () => {
  for await (const name of [job('a'), job('b')]) console.log('done', name);
  for await (const name of oneByOne()) console.log('done', name);
})();
