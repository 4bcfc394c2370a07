// A then getter that throws rejects the promise.
const bad = { get then() { throw new Error('getter'); } };
Promise.resolve(bad).catch((error) => console.log('resolve', error.message));
(async () => { try { await bad; } catch (error) { console.log('await', error.message); } })();
console.log('script');
