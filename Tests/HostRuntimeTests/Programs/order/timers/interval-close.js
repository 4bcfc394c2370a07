// close() is an older name for clearing.
const interval = setInterval(() => console.log('never'), 20);
console.log(interval.close() === interval);
const timer = setTimeout(() => console.log('never'), 20);
timer.close();
console.log(timer.hasRef());
