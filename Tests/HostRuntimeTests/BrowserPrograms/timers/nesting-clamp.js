// HTML 8.6 "timer initialization steps", steps 3, 5, 10 and 11: from the timer whose nesting level is greater than 5
// on, no timeout is below 4 ms. The first six of a chain have no such wait.
// clock: virtual
const times = [];
setTimeout(function again() {
  times.push(Math.floor(performance.now()));
  if (times.length < 10) setTimeout(again, 0);
  else console.log(times.join(' '));
}, 0);
