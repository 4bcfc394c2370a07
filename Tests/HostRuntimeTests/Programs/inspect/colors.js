const { inspect } = require('util');

const show = (value, options) => console.log(JSON.stringify(inspect(value, { colors: true, ...options })));
for (const value of [1, -0, 10n, 'text', true, null, undefined, Symbol('s'), new Date(0), /x/g, () => {}]) show(value);
show({ a: 1, 'b-c': 'x', [Symbol('s')]: null });
show([1, , 'x']);
show({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} });
show({ get a() { return 1; } }, { getters: true });
show(Promise.resolve(1));
show(new Promise(() => {}));
show({ a: { b: { c: {} } } }, { depth: 0 });
show(new ArrayBuffer(2));
show(Array.from({ length: 12 }, (_, i) => i));
show(new String('boxed'));
show(['a\nb'.repeat(12)], { breakLength: 40 });
const self = {};
self.self = self;
show(self);
