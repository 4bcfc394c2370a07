const rejected = Promise.reject(new RangeError('no'));
rejected.catch(() => {});
const failed = Promise.reject(404);
failed.catch(() => {});
console.log(Promise.resolve(1), Promise.resolve(), Promise.resolve({ a: { b: { c: {} } } }));
console.log(new Promise(() => {}), failed);
console.log([Promise.resolve('in an array')], { a: { b: { c: Promise.resolve(1) } } });
console.log(Object.assign(Promise.resolve(1), { label: 'with key' }));
class Task extends Promise {}
console.log(Task.resolve([1, 2]), new Task(() => {}));
console.log((async () => 'async result')(), (async () => { await null; })());
const pending = Promise.resolve(1).then((value) => value + 1);
console.log(pending);
pending.then(() => console.log(pending));
Promise.allSettled([1, failed]).then((results) => console.log(results));
