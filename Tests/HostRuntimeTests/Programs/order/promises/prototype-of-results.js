// async functions, then, catch and the combinators all give native promises.
const failing = (async () => { throw 1; })().catch(() => {});
const results = [(async () => {})(), Promise.resolve().then(), Promise.all([]), failing];
console.log(results.every((each) => Object.getPrototypeOf(each) === Promise.prototype));
console.log(Object.prototype.toString.call(results[0]), String(results[1]));
console.log(results[0]);
