// After each immediate there is a checkpoint; microtasks of the first see the state before the second.
const seen = [];
setImmediate(() => {
  seen.push('first');
  queueMicrotask(() => console.log('micro sees', seen.join()));
});
setImmediate(() => {
  seen.push('second');
  queueMicrotask(() => console.log('micro sees', seen.join()));
});
