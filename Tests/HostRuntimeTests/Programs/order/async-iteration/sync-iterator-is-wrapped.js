// Where there is no async iterator the ordinary one is used and its values are awaited.
const both = {
  *[Symbol.iterator]() { yield Promise.resolve('from the sync iterator'); },
  async *[Symbol.asyncIterator]() { yield 'from the async iterator'; },
};
(async () => {
  for await (const value of both) console.log(value);
  for (const value of both) console.log(value instanceof Promise);
  for await (const value of 'ab') console.log(value);
})();
