// What prints values does not run what a program has put on the prototypes.
const patched = [
  [Array.prototype, 'push'], [Array.prototype, 'join'], [Array.prototype, 'slice'],
  [Array.prototype, 'map'], [Array.prototype, 'forEach'], [String.prototype, 'includes'], [String.prototype, 'slice'],
  [String.prototype, 'indexOf'], [String.prototype, 'padStart'], [Map.prototype, 'entries'], [Map.prototype, 'forEach'],
  [Set.prototype, 'values'], [Set.prototype, 'has'], [Date.prototype, 'toISOString'], [RegExp.prototype, 'test'],
];
const saved = patched.map(([owner, name]) => [owner, name, owner[name]]);
const values = [
  [1, 2, 3, 4, 5, 6, 7, 8], { a: { b: 'text' } }, new Map([[1, { a: 1 }]]), new Set(['x']), new Date(0), 'text', 5,
];
for (const [owner, name] of patched) owner[name] = () => 'patched';
Object.prototype.polluted = 'inherited';
for (let i = 0; i < values.length; i++) console.log(values[i]);
console.log('%s and %o', 'format', { a: [1] });
delete Object.prototype.polluted;
for (const [owner, name, original] of saved) owner[name] = original;
console.log('restored', [1, 2]);
