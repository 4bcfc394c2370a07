// HTML 8.6 "timer initialization steps", step 9.9: the next wait of an interval begins when its callback has
// returned, so a slow callback moves all later ones.
// clock: virtual
const times = [];
const id = setInterval(() => {
  times.push(Math.round(performance.now()));
  looplab.busy(15);
  if (times.length < 3) return;
  clearInterval(id);
  console.log(times.join(' '));
}, 10);
