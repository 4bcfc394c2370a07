// HTML 8.6 "timer initialization steps", step 5: the clamp is for timeouts below 4 ms; a longer one stays.
// clock: virtual
const times = [];
setTimeout(function again() {
  times.push(Math.floor(performance.now()));
  if (times.length < 9) setTimeout(again, 5);
  else console.log(times.join(' '));
}, 5);
