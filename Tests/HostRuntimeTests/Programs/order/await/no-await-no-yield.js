// An async function without await finishes before its caller goes on; its result is still a promise.
const f = async () => { console.log('inside'); return 'result'; };
const promise = f();
console.log('outside', promise instanceof Promise);
promise.then(console.log);
