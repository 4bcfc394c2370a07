// ref after unref restores the timer; hasRef tells.
const timer = setTimeout(() => console.log('runs'), 20);
console.log(timer.hasRef());
console.log(timer.unref() === timer, timer.hasRef());
timer.unref();
console.log(timer.ref() === timer, timer.hasRef());
