// The methods look like any other built-in ones.
const typedArray = Object.getPrototypeOf(Int8Array.prototype);
for (const [name, owner] of [['findLast', Array.prototype], ['findLastIndex', Array.prototype], ['toSorted',
  Array.prototype],
  ['toReversed', Array.prototype], ['toSpliced', Array.prototype], ['with', Array.prototype], ['findLast', typedArray],
  ['toSorted', typedArray], ['toReversed', typedArray], ['with', typedArray], ['isWellFormed', String.prototype],
  ['toWellFormed', String.prototype]]) {
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(owner, name);
  console.log(name, value.name, value.length, writable, enumerable, configurable, 'prototype' in value);
}
console.log(Object.keys(Array.prototype[Symbol.unscopables]).sort().join());
console.log(Array.fromAsync, Object.groupBy, Map.groupBy, Promise.withResolvers, [].group);
for (const key in [1]) console.log(key);
