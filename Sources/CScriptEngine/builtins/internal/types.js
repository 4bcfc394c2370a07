// SPDX-License-Identifier: MIT
'use strict';

const { functionToString, prototypeOf, regExpExec, typedArrayTag } = require('internal/intrinsics');

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
const isView = ArrayBuffer.isView;
const AsyncFunctionPrototype = prototypeOf(async () => {});

/** Engine class of an object, read without running any code of the object; '' for a primitive. */
function classOf(value) {
  return isObject(value) ? binding.classOf(value) : '';
}

// One predicate per engine class, so that a trace shows `isMap` and not an anonymous function.
function named(name, predicate) {
  return Object.defineProperty(predicate, 'name', { value: name, configurable: true });
}

function classPredicate(name, className) {
  return named(name, (value) => classOf(value) === className);
}

function typedArrayPredicate(className) {
  return named(`is${className}`, (value) => typedArrayKind(value) === className);
}

/** Name of the typed array's element kind ('Uint8Array' …), or undefined for anything else. */
function typedArrayKind(value) {
  return isView(value) ? typedArrayTag(value) : undefined;
}

// The source text is the only thing every engine tells about a function's kind. Blanks and comments may stand between
// any two tokens of its head.
const blank = '(?:\\s|\\/\\*[^]*?\\*\\/|\\/\\/[^\\n\\r]*[\\n\\r])*';
const wordEnd = '(?![\\w$\\u0080-\\uffff])';
const functionHead = new RegExp(
  `^${blank}(?:(async)${wordEnd}(?!${blank}=>)${blank})?(?:function${wordEnd}${blank})?(\\*)?(\\()?`);

/** Kind of a function as written: whether its head says `async` and whether it has a star. */
function functionKind(fn) {
  const plain = { isAsync: false, isGenerator: false };
  if (classOf(fn) !== 'Function') return plain;
  const text = functionToString(fn);
  const match = regExpExec(functionHead, text);
  if (match === null) return plain;
  const isGenerator = match[2] !== undefined;
  let isAsync = match[1] !== undefined;
  // `async (x) => …` and a method whose name is `async` begin alike; only the first inherits from AsyncFunction.
  if (isAsync && !isGenerator && match[3] !== undefined && !startsWithAsyncFunction(text)) {
    isAsync = inheritsFrom(fn, AsyncFunctionPrototype);
  }
  return { isAsync, isGenerator };
}

const asyncFunctionHead = new RegExp(`^${blank}async${wordEnd}${blank}function${wordEnd}`);

function startsWithAsyncFunction(text) {
  return regExpExec(asyncFunctionHead, text) !== null;
}

function inheritsFrom(value, ancestor) {
  for (let object = prototypeOf(value); object !== null; object = prototypeOf(object)) {
    if (object === ancestor) return true;
  }
  return false;
}

const boxedClasses = { __proto__: null, Number: true, String: true, Boolean: true, BigInt: true, Symbol: true };

/** Tells whether the value is a promise's, map's … underlying object: see `util.types` in Node's documentation. */
const types = {
  isExternal: named('isExternal', () => false),
  isDate: classPredicate('isDate', 'Date'),
  isArgumentsObject: classPredicate('isArgumentsObject', 'Arguments'),
  isBigIntObject: classPredicate('isBigIntObject', 'BigInt'),
  isBooleanObject: classPredicate('isBooleanObject', 'Boolean'),
  isNumberObject: classPredicate('isNumberObject', 'Number'),
  isStringObject: classPredicate('isStringObject', 'String'),
  isSymbolObject: classPredicate('isSymbolObject', 'Symbol'),
  isNativeError: classPredicate('isNativeError', 'Error'),
  isRegExp: classPredicate('isRegExp', 'RegExp'),
  isAsyncFunction: named('isAsyncFunction', (value) => functionKind(value).isAsync),
  isGeneratorFunction: named('isGeneratorFunction', (value) => functionKind(value).isGenerator),
  isGeneratorObject: named('isGeneratorObject', (value) => {
    const name = classOf(value);
    return name === 'Generator' || name === 'AsyncGenerator';
  }),
  isPromise: classPredicate('isPromise', 'Promise'),
  isMap: classPredicate('isMap', 'Map'),
  isSet: classPredicate('isSet', 'Set'),
  isMapIterator: classPredicate('isMapIterator', 'Map Iterator'),
  isSetIterator: classPredicate('isSetIterator', 'Set Iterator'),
  isWeakMap: classPredicate('isWeakMap', 'WeakMap'),
  isWeakSet: classPredicate('isWeakSet', 'WeakSet'),
  isArrayBuffer: classPredicate('isArrayBuffer', 'ArrayBuffer'),
  isDataView: classPredicate('isDataView', 'DataView'),
  isSharedArrayBuffer: classPredicate('isSharedArrayBuffer', 'SharedArrayBuffer'),
  isProxy: classPredicate('isProxy', 'Proxy'),
  isModuleNamespaceObject: classPredicate('isModuleNamespaceObject', 'Module'),
  isAnyArrayBuffer: named('isAnyArrayBuffer', (value) => {
    const name = classOf(value);
    return name === 'ArrayBuffer' || name === 'SharedArrayBuffer';
  }),
  isBoxedPrimitive: named('isBoxedPrimitive', (value) => boxedClasses[classOf(value)] === true),
  isArrayBufferView: isView,
  isTypedArray: named('isTypedArray', (value) => typedArrayKind(value) !== undefined),
  isUint8Array: typedArrayPredicate('Uint8Array'),
  isUint8ClampedArray: typedArrayPredicate('Uint8ClampedArray'),
  isUint16Array: typedArrayPredicate('Uint16Array'),
  isUint32Array: typedArrayPredicate('Uint32Array'),
  isInt8Array: typedArrayPredicate('Int8Array'),
  isInt16Array: typedArrayPredicate('Int16Array'),
  isInt32Array: typedArrayPredicate('Int32Array'),
  isFloat32Array: typedArrayPredicate('Float32Array'),
  isFloat64Array: typedArrayPredicate('Float64Array'),
  isBigInt64Array: typedArrayPredicate('BigInt64Array'),
  isBigUint64Array: typedArrayPredicate('BigUint64Array'),
  // There are no key objects in this host, so nothing can be one.
  isKeyObject: named('isKeyObject', () => false),
  isCryptoKey: named('isCryptoKey', () => false),
};

module.exports = types;
// For builtins only: not part of what `util.types` lists.
Object.defineProperties(types, {
  classOf: { value: classOf },
  functionKind: { value: functionKind },
});
