// SPDX-License-Identifier: MIT
// Which properties of an error come through, and what becomes of thrown values that are no errors.
const { Worker } = require('node:worker_threads');

const thrown = [
  'new SyntaxError("syntax")',
  'Object.assign(new Error("coded"), { code: "E_CODE", detail: { list: [1, 2] }, method() {} })',
  'new (class Custom extends TypeError { constructor() { super("custom"); this.name = "Custom"; this.extra = 1; } })()',
  'new Error("outer", { cause: new Error("inner") })',
  'Object.assign(new Error("holds a WeakMap"), { map: new WeakMap(), code: "LOST" })',
  '5', '"text"', 'null', 'undefined', '10n', 'Symbol("sign")', '{ a: 1 }', '[1, [2]]', '{ f() {} }', '() => {}',
  'new Map([[1, 2]])',
];

function run(index) {
  if (index === thrown.length) return;
  const worker = new Worker(`throw ${thrown[index]}`, { eval: true });
  worker.on('error', (error) => {
    if (error instanceof Error) {
      const { name, message, code, detail, extra, cause } = error;
      console.log(error.constructor.name, { name, message, code, detail, extra, cause: cause?.message });
    } else {
      console.log(typeof error, error);
    }
  });
  worker.on('exit', () => run(index + 1));
}
run(0);
