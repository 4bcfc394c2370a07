// Any object with Symbol.asyncIterator will do; next may return plain objects.
const countdown = {
  from: 2,
  [Symbol.asyncIterator]() {
    let n = this.from;
    return {
      next() { console.log('next'); return { value: n, done: n-- === 0 }; },
      return() { console.log('return'); return {}; },
    };
  },
};
(async () => {
  for await (const n of countdown) console.log(n);
  for await (const n of countdown) break;
  console.log('over');
})();
