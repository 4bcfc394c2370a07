// DOM 3.2 "AbortSignal", timeout(), and HTML 8.6 "run steps after a timeout": the abort event comes in a task, and
// its listeners have an empty stack below them (8.1.4.4, step 3).
const signal = AbortSignal.timeout(10);
for (const name of ['1', '2']) {
  signal.addEventListener('abort', () => {
    console.log(name, signal.reason.name);
    queueMicrotask(() => console.log('microtask', name));
  });
}
