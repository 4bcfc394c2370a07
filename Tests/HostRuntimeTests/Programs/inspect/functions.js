const { inspect } = require('util');

console.log(() => {}, function () {}, function named() {}, async () => {}, async function later() {});
console.log(function* items() {}, async function* stream() {}, Math.max, Symbol, (function f() {}).bind());
console.log({
  method() {}, async later() {}, *items() {}, async *stream() {}, arrow: () => {}, async: async () => {},
  get value() { return 1; }, 'two words'() {}, [Symbol('key')]() {}, async() {}, get() {}, set() {}, static() {},
});
console.log(Object.assign(function counted() {}, { calls: 2, last: { args: [1] } }));
console.log([() => {}, [() => {}]], { a: { b: { c: () => {} } } });
console.log(Object.setPrototypeOf(() => {}, null), Object.setPrototypeOf(function n() {}, null));
console.log(Object.defineProperty(() => {}, 'name', { value: 'renamed' }));
console.log(Object.defineProperty(() => {}, Symbol.toStringTag, { value: 'Tagged' }));
console.log(inspect(async /* comment */ (x) => x), inspect(async function/* c */named() {}));
console.log(inspect({ async /* c */ method() {} }), inspect({ 'async x'() {} }), inspect({ async$() {} }));
