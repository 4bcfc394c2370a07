const signal = AbortSignal.timeout(5);
signal.addEventListener('abort', () => {
  console.log(signal.reason.name, signal.reason.code, signal.reason.message);
  console.log(signal.reason instanceof DOMException, signal);
});
console.log(signal.aborted);
// The timer of a timeout signal does not keep the loop alive, so something else has to.
setTimeout(() => console.log('end'), 40);
