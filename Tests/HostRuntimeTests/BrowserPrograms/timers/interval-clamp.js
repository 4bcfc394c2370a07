// HTML 8.6 "timer initialization steps", step 9.9: an interval is armed again from its own task, so it nests one
// deeper each time, and step 5 clamps it after its sixth run.
// clock: virtual
const times = [];
const id = setInterval(() => {
  times.push(Math.floor(performance.now()));
  if (times.length < 9) return;
  clearInterval(id);
  console.log(times.join(' '));
}, 1);
