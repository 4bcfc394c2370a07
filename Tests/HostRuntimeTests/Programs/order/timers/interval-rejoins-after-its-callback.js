// An interval is set again after its callback, so a blocking callback delays the next round.
let rounds = 0;
const interval = setInterval(() => {
  rounds += 1;
  console.log('interval', rounds);
  if (rounds === 2) return clearInterval(interval);
  setTimeout(() => console.log('timer set inside comes first'), 40);
  const end = performance.now() + 20;
  while (performance.now() < end);
}, 40);
