// A member is read from what await gives; the receiver of a call is evaluated before its awaited arguments.
const counter = { n: 0, async next() { return ++this.n; }, add(x) { this.n += x; return this; } };
(async () => {
  console.log(await counter.next(), (await counter).n);
  (await counter).add(await counter.next()).add(10);
  console.log(counter.n);
  const method = 'next';
  console.log(await counter[await method]());
  console.log(await new (await Promise.resolve(Map))([['a', 1]]).get('a'));
})();
