// SPDX-License-Identifier: MIT
'use strict';

// Learners patch prototypes; what prints their values must not break or run their patches. Everything here is taken
// once, at load, and turned into plain functions that take the receiver as the first argument.

const bindCall = Function.prototype.bind.bind(Function.prototype.call);

const getterOf = (prototype, key) => bindCall(Object.getOwnPropertyDescriptor(prototype, key).get);

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
const mapIteratorPrototype = Object.getPrototypeOf(new Map().entries());
const setIteratorPrototype = Object.getPrototypeOf(new Set().values());

const indexOf = bindCall(String.prototype.indexOf);
const slice = bindCall(String.prototype.slice);

/** Replaces every occurrence of one literal text by another without looking at `Symbol.replace`. */
function replaceEach(text, search, replacement) {
  let at = indexOf(text, search);
  if (at === -1) return text;
  let result = '';
  let from = 0;
  while (at !== -1) {
    result += slice(text, from, at) + replacement;
    from = at + search.length;
    at = indexOf(text, search, from);
  }
  return result + slice(text, from);
}

module.exports = {
  replaceEach,
  apply: Reflect.apply,
  ownKeysOf: Reflect.ownKeys,
  isArray: Array.isArray,
  is: Object.is,
  keysOf: Object.keys,
  ownNames: Object.getOwnPropertyNames,
  ownSymbols: Object.getOwnPropertySymbols,
  descriptorOf: Object.getOwnPropertyDescriptor,
  prototypeOf: Object.getPrototypeOf,
  hasOwn: bindCall(Object.prototype.hasOwnProperty),
  isEnumerable: bindCall(Object.prototype.propertyIsEnumerable),

  arraySort: bindCall(Array.prototype.sort),
  arraySlice: bindCall(Array.prototype.slice),
  arrayJoin: bindCall(Array.prototype.join),
  arrayIndexOf: bindCall(Array.prototype.indexOf),
  arrayIncludes: bindCall(Array.prototype.includes),
  arraySplice: bindCall(Array.prototype.splice),

  charCodeAt: bindCall(String.prototype.charCodeAt),
  codePointAt: bindCall(String.prototype.codePointAt),
  endsWith: bindCall(String.prototype.endsWith),
  includes: bindCall(String.prototype.includes),
  indexOf,
  lastIndexOf: bindCall(String.prototype.lastIndexOf),
  normalize: bindCall(String.prototype.normalize),
  padEnd: bindCall(String.prototype.padEnd),
  padStart: bindCall(String.prototype.padStart),
  repeat: bindCall(String.prototype.repeat),
  slice,
  split: bindCall(String.prototype.split),
  startsWith: bindCall(String.prototype.startsWith),
  toLowerCase: bindCall(String.prototype.toLowerCase),
  toUpperCase: bindCall(String.prototype.toUpperCase),

  regExpExec: bindCall(RegExp.prototype.exec),
  regExpToString: bindCall(RegExp.prototype.toString),
  numberToString: bindCall(Number.prototype.toString),
  numberToFixed: bindCall(Number.prototype.toFixed),
  functionToString: bindCall(Function.prototype.toString),
  errorToString: bindCall(Error.prototype.toString),
  symbolToString: bindCall(Symbol.prototype.toString),
  dateToString: bindCall(Date.prototype.toString),
  dateToISOString: bindCall(Date.prototype.toISOString),
  dateGetTime: bindCall(Date.prototype.getTime),

  boxedValue: {
    __proto__: null,
    Number: bindCall(Number.prototype.valueOf),
    String: bindCall(String.prototype.valueOf),
    Boolean: bindCall(Boolean.prototype.valueOf),
    BigInt: bindCall(BigInt.prototype.valueOf),
    Symbol: bindCall(Symbol.prototype.valueOf),
  },

  mapGet: bindCall(Map.prototype.get),
  mapSet: bindCall(Map.prototype.set),
  setHas: bindCall(Set.prototype.has),
  mapSize: getterOf(Map.prototype, 'size'),
  mapEntries: bindCall(Map.prototype.entries),
  mapIteratorNext: bindCall(mapIteratorPrototype.next),
  setSize: getterOf(Set.prototype, 'size'),
  setValues: bindCall(Set.prototype.values),
  setIteratorNext: bindCall(setIteratorPrototype.next),
  typedArrayBuffer: getterOf(TypedArrayPrototype, 'buffer'),
  typedArrayCopyWithin: bindCall(TypedArrayPrototype.copyWithin),
  typedArrayFill: bindCall(TypedArrayPrototype.fill),
  typedArrayLength: getterOf(TypedArrayPrototype, 'length'),
  typedArrayOffset: getterOf(TypedArrayPrototype, 'byteOffset'),
  typedArraySet: bindCall(TypedArrayPrototype.set),
  typedArraySize: getterOf(TypedArrayPrototype, 'byteLength'),
  typedArrayTag: getterOf(TypedArrayPrototype, Symbol.toStringTag),
};
