// There is no handle for a microtask; only what it reads can be changed.
const token = { cancelled: false };
const handle = queueMicrotask(() => console.log(token.cancelled ? 'cancelled' : 'ran'));
console.log(typeof handle);
token.cancelled = true;
