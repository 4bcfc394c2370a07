// A hand-made pool settles in completion order, unlike all.
const job = ([name, ms]) => new Promise((resolve) => setTimeout(resolve, ms, name));
const jobs = [['a', 60], ['b', 20], ['c', 40]].map(job);
async function* inCompletionOrder(promises) {
  const open = new Map(promises.map((promise, i) => [i, promise.then((value) => ({ i, value }))]));
  while (open.size > 0) {
    const { i, value } = await Promise.race(open.values());
    open.delete(i);
    yield value;
  }
}
(async () => {
  for await (const value of inCompletionOrder(jobs)) console.log(value);
  console.log(await Promise.all(jobs));
})();
