// HTML 8.6 "timer initialization steps", steps 2 and 15: an id is an integer greater than zero, and timeouts and
// intervals share them: either can be cleared by either function.
const timeout = setTimeout(() => console.log('never'), 5);
const interval = setInterval(() => console.log('never'), 5);
console.log(Number.isInteger(timeout), timeout > 0, interval > 0, timeout !== interval);
clearInterval(timeout);
clearTimeout(String(interval));
clearTimeout(undefined);
clearTimeout(-1);
clearTimeout(123456);
