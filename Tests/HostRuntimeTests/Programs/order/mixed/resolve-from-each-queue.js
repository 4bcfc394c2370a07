// Where resolve is called decides when the handlers run.
const deferred = (name) => {
  let resolve;
  new Promise((r) => { resolve = r; }).then(() => console.log('handler', name));
  return () => { console.log('resolve in', name); resolve(); console.log('resolved in', name); };
};
setTimeout(deferred('timer'), 120);
setImmediate(deferred('immediate'));
queueMicrotask(deferred('microtask'));
process.nextTick(deferred('tick'));
deferred('script')();
