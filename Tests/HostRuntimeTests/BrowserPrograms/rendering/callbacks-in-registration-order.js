// HTML 8.11 "Animation frames", requestAnimationFrame(), steps 3 to 5: handles are integers that grow by one, and
// callbacks run in the order of registration, whichever task registered them.
// clock: virtual
const first = requestAnimationFrame(() => console.log('from the script'));
setTimeout(() => {
  const second = requestAnimationFrame(() => console.log('from a timer'));
  console.log(second - first);
}, 3);
Promise.resolve().then(() => requestAnimationFrame(() => console.log('from a microtask')));
