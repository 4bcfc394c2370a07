// A function that calls back now or later, depending on a cache, gives two different orders.
const cache = new Map();
function read(key, done) {
  if (cache.has(key)) return done(cache.get(key));
  process.nextTick(() => {
    cache.set(key, key.toUpperCase());
    done(cache.get(key));
  });
}
read('x', (value) => {
  console.log('first', value);
  read('x', (again) => console.log('second', again));
  console.log('after second read');
});
console.log('after first read');
