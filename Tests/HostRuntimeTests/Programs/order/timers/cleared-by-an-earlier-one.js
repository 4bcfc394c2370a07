// A timer cleared by an earlier one of the same batch does not run, though it was due.
const timers = [];
timers.push(setTimeout(() => { console.log('first clears third'); clearTimeout(timers[2]); }, 5));
timers.push(setTimeout(() => console.log('second'), 5));
timers.push(setTimeout(() => console.log('third: never'), 5));
timers.push(setTimeout(() => console.log('fourth'), 5));
const end = performance.now() + 20;
while (performance.now() < end);
