const { isDeepStrictEqual } = require('node:util');

const ring = () => {
  const node = { name: 'ring' };
  node.self = node;
  return node;
};
const pairs = [
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  [[1, 2], [1, '2']],
  [NaN, NaN],
  [0, -0],
  [new Set([1, { x: 1 }]), new Set([{ x: 1 }, 1])],
  [new Map([['k', [1]]]), new Map([['k', [1]]])],
  [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 2]])],
  [new Date(0), new Date(0)],
  [/a/g, /a/i],
  [[, 1], [undefined, 1]],
  [Object(1), 1],
  [new Error('x'), new Error('x')],
  [new Error('x'), new TypeError('x')],
  [{ [Symbol.for('s')]: 1 }, { [Symbol.for('s')]: 2 }],
  [ring(), ring()],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  [class {}, class {}],
];
console.log(pairs.map(([a, b]) => isDeepStrictEqual(a, b)).join(' '));
