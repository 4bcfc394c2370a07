// An interval repeats until it is cleared, also from inside.
let rounds = 0;
const interval = setInterval(() => {
  console.log('round', ++rounds);
  if (rounds === 3) clearInterval(interval);
  queueMicrotask(() => console.log('micro of round', rounds));
}, 20);
