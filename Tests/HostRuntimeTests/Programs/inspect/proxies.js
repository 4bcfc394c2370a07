const { inspect } = require('util');

// A proxy shows its target, and none of its traps runs.
const traps = new Proxy({}, { get(target, name) { throw new Error(`trap ${String(name)} ran`); } });
console.log(new Proxy({ a: 1 }, traps), new Proxy([1, 2], traps), new Proxy(function f() {}, traps));
console.log(new Proxy(new Map([[1, 2]]), traps), new Proxy(class K {}, traps));
console.log(inspect(new Proxy({ a: 1 }, { get() {} }), { showProxy: true }));
console.log(inspect([new Proxy([1], {})], { showProxy: true }));
console.log(inspect({ a: { b: new Proxy({}, {}) } }, { showProxy: true, depth: 1 }));
console.log(inspect(new Proxy({}, {}), { showProxy: true, depth: -1 }));
const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
console.log(proxy);
revoke();
console.log(proxy, [proxy], inspect(proxy, { showProxy: true }));
console.log('%s %o', new Proxy({ a: 1 }, {}), new Proxy({ a: 1 }, {}));
