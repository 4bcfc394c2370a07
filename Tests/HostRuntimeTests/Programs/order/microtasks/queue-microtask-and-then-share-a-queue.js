// queueMicrotask and settled promises use the same queue, in the order of the calls.
queueMicrotask(() => console.log(1));
Promise.resolve().then(() => console.log(2));
queueMicrotask(() => console.log(3));
Promise.reject().catch(() => console.log(4));
(async () => { await 0; console.log(5); })();
queueMicrotask(() => console.log(6));
