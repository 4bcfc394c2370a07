// Between setting and firing anything may clear: script, tick, microtask, immediate.
const never = (name) => setTimeout(() => console.log('never', name), 50);
clearTimeout(never('script'));
const t = never('tick');
process.nextTick(() => clearTimeout(t));
const m = never('microtask');
queueMicrotask(() => clearTimeout(m));
const i = never('immediate');
setImmediate(() => clearTimeout(i));
setTimeout(() => console.log('nothing else left'), 80);
