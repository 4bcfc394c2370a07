// HTML 8.6 "timer initialization steps", steps 9.7 to 9.9: an interval that was cleared in its own callback, or in a
// microtask of it, is not armed again.
const a = setInterval(() => { console.log('a'); clearInterval(a); }, 2);
const b = setInterval(() => { console.log('b'); queueMicrotask(() => clearInterval(b)); }, 3);
const c = setInterval(() => { console.log('c'); Promise.resolve().then(() => null).then(() => clearTimeout(c)); }, 4);
