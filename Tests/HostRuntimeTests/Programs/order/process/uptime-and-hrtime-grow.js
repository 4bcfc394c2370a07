// Clocks go forward, in their own units.
const start = process.hrtime.bigint();
const [seconds, nanoseconds] = process.hrtime();
const now = performance.now();
setTimeout(() => {
  const elapsed = process.hrtime.bigint() - start;
  console.log(typeof elapsed, elapsed >= 19_000_000n);
  const [s, n] = process.hrtime([seconds, nanoseconds]);
  console.log(s === 0 && n >= 19_000_000, performance.now() - now >= 19);
}, 20);
