// A next that gives no object is a TypeError in the loop.
const broken = { [Symbol.asyncIterator]: () => ({ next: async () => 'text' }) };
(async () => {
  try {
    for await (const value of broken) console.log('never', value);
  } catch (error) {
    console.log(error.name);
  }
})();
