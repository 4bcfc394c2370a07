// SPDX-License-Identifier: MIT
'use strict';

const {
  arrayIncludes, arraySlice, arraySplice, boxedValue, dateGetTime, dateToISOString, dateToString, functionToString,
  isArray, mapSize, regExpExec, regExpToString, setSize, toLowerCase, typedArrayLength, typedArrayTag,
} = require('internal/intrinsics');
const containers = require('internal/inspect_containers');
const { errorBase, isErrorLike } = require('internal/inspect_errors');
const { functionBase, plainFallback, prefixOf } = require('internal/inspect_names');
const { formatPrimitive, numberText } = require('internal/inspect_primitives');
const { unstyled } = require('internal/inspect_style');
const { shownKeys, shownNonIndexKeys } = require('internal/inspect_properties');
const { classOf } = require('internal/types');

const { iterator } = Symbol;
const isView = ArrayBuffer.isView;
const noEntries = () => [];

/** What is to be written of one object: head, braces, entries of its own kind, and the keys shown after them. */
class Shape {
  constructor(context, value, depth, constructor, tag, inherited, isBufferOfView) {
    this.context = context;
    this.value = value;
    this.depth = depth;
    this.constructorName = constructor;
    this.tag = tag;
    // Undefined unless inherited properties are to be shown as well.
    this.inherited = inherited;
    this.isBufferOfView = isBufferOfView;
    this.base = '';
    this.open = '{';
    this.close = '}';
    this.isArrayLike = false;
    this.keys = undefined;
    this.entries = noEntries;
  }

  /** Tells whether nothing follows the head, so that braces can be left out. */
  get isBare() {
    return this.keys.length === 0 && this.inherited === undefined;
  }

  prefix(fallback, size) {
    return prefixOf(this.constructorName, this.tag, fallback, size);
  }

  /** What stands before the brace of an object of no special kind. */
  get plainPrefix() {
    return this.prefix(plainFallback(this.value, this.constructorName, this.tag));
  }

  takeKeys() {
    this.keys = shownKeys(this.value, this.context.showHidden);
  }

  takeNonIndexKeys() {
    this.keys = shownNonIndexKeys(this.value, this.context.showHidden);
  }
}

// Each of these fills a shape in for one kind of object, or returns the finished text when nothing else is to be said.

function describeArray(shape) {
  const { value, context } = shape;
  const isPlain = shape.constructorName === 'Array' && shape.tag === '';
  shape.open = isPlain ? '[' : `${shape.prefix('Array', `(${value.length})`)}[`;
  shape.close = ']';
  shape.isArrayLike = true;
  shape.takeNonIndexKeys();
  if (value.length === 0 && shape.isBare) return `${shape.open}]`;
  shape.entries = (depth) => containers.arrayEntries(context, value, depth);
  return undefined;
}

function describeSet(shape) {
  const size = setSize(shape.value);
  const prefix = shape.prefix('Set', `(${size})`);
  shape.takeKeys();
  if (size === 0 && shape.isBare) return `${prefix}{}`;
  shape.open = `${prefix}{`;
  // Without a prototype there is no size to count by, so Node shows everything.
  const isUnlimited = shape.constructorName === null;
  shape.entries = (depth) => containers.setEntries(shape.context, shape.value, depth, size, isUnlimited);
  return undefined;
}

function describeMap(shape) {
  const size = mapSize(shape.value);
  const prefix = shape.prefix('Map', `(${size})`);
  shape.takeKeys();
  if (size === 0 && shape.isBare) return `${prefix}{}`;
  shape.open = `${prefix}{`;
  // Without a prototype there is no size to count by, so Node shows everything.
  const isUnlimited = shape.constructorName === null;
  shape.entries = (depth) => containers.mapPairs(shape.context, shape.value, depth, size, isUnlimited);
  return undefined;
}

function describeTypedArray(shape) {
  const { value, context } = shape;
  const length = typedArrayLength(value);
  const fallback = shape.constructorName === null ? typedArrayTag(value) : '';
  shape.open = `${shape.prefix(fallback, `(${length})`)}[`;
  shape.close = ']';
  shape.isArrayLike = true;
  shape.takeNonIndexKeys();
  if (length === 0 && shape.keys.length === 0 && !context.showHidden) return `${shape.open}]`;
  shape.entries = (depth) => containers.typedArrayEntries(context, value, depth);
  return undefined;
}

function describeCollectionIterator(shape, type) {
  const { context, tag, value } = shape;
  const preview = containers.previewOf(value);
  const isPairs = preview[1];
  shape.takeKeys();
  const kind = isPairs ? `${type} Entries` : `${type} Iterator`;
  shape.open = tag === `${type} Iterator` || tag === '' ? `[${kind}] {` : `[${tag}] [${kind}] {`;
  shape.entries = (depth) => containers.iteratorEntries(context, depth, preview[0], isPairs);
}

function describeArguments(shape) {
  shape.takeKeys();
  shape.open = shape.constructorName === null ? `${shape.prefix('Arguments')}{` : '[Arguments] {';
  return shape.isBare ? `${shape.open}}` : undefined;
}

const sloppyFunctionHead = /^function(?![\w$])(?!\s*\*)(?![^]*\[native code\]\s*\}$)/;

function canReadCaller(fn) {
  try {
    return fn.caller !== undefined;
  } catch {
    return false;
  }
}

// V8 keeps `arguments` and `caller` as own properties of sloppy functions and has its own order of the hidden keys.
function hiddenFunctionKeys(value, keys) {
  if (arrayIncludes(keys, 'caller')) return keys;
  const result = [];
  const take = (key) => {
    if (arrayIncludes(keys, key)) result[result.length] = key;
  };
  take('length');
  take('name');
  if (regExpExec(sloppyFunctionHead, functionToString(value)) !== null && canReadCaller(value)) {
    result[result.length] = 'arguments';
    result[result.length] = 'caller';
  }
  take('prototype');
  for (let i = 0; i < keys.length; i++) {
    if (!arrayIncludes(result, keys[i])) result[result.length] = keys[i];
  }
  return result;
}

function describeFunction(shape) {
  const { constructorName, context, tag, value } = shape;
  shape.base = functionBase(value, constructorName, tag);
  shape.takeKeys();
  if (context.showHidden) shape.keys = hiddenFunctionKeys(value, shape.keys);
  return shape.isBare ? context.stylize(shape.base, 'special') : undefined;
}

function describeRegExp(shape) {
  const { constructorName, context, depth, value } = shape;
  shape.base = regExpToString(constructorName === null ? new RegExp(value) : value);
  const prefix = shape.prefix('RegExp');
  if (prefix !== 'RegExp ') shape.base = prefix + shape.base;
  shape.takeKeys();
  return shape.isBare || context.isBeyondDepth(depth) ? context.stylize(shape.base, 'regexp') : undefined;
}

function describeDate(shape) {
  const { context, value } = shape;
  const time = dateGetTime(value);
  shape.base = time !== time ? dateToString(value) : dateToISOString(value);
  const prefix = shape.prefix('Date');
  if (prefix !== 'Date ') shape.base = prefix + shape.base;
  shape.takeKeys();
  return shape.isBare ? context.stylize(shape.base, 'date') : undefined;
}

function describeError(shape) {
  const { constructorName, context, tag, value } = shape;
  shape.takeKeys();
  shape.base = errorBase(context, value, constructorName, tag, shape.keys);
  return shape.isBare ? shape.base : undefined;
}

function describeArrayBuffer(shape, type) {
  const { context, value } = shape;
  const prefix = shape.prefix(type);
  shape.takeKeys();
  if (shape.isBufferOfView && shape.isBare) {
    const length = context.stylize(numberText(value.byteLength, false), 'number');
    return `${prefix}{ byteLength: ${length} }`;
  }
  if (!shape.isBufferOfView) shape.entries = () => containers.arrayBufferEntries(context, value);
  shape.open = `${prefix}{`;
  arraySplice(shape.keys, 0, 0, 'byteLength');
  return undefined;
}

function describeDataView(shape) {
  shape.takeKeys();
  shape.open = `${shape.prefix('DataView')}{`;
  arraySplice(shape.keys, 0, 0, 'byteLength', 'byteOffset', 'buffer');
}

function describePromise(shape) {
  shape.takeKeys();
  shape.open = `${shape.prefix('Promise')}{`;
  shape.entries = (depth) => containers.promiseEntries(shape.context, shape.value, depth);
}

function describeWeakCollection(shape, type) {
  shape.takeKeys();
  shape.open = `${shape.prefix(type)}{`;
  shape.entries = (depth) => containers.weakEntries(shape.context, shape.value, depth, type === 'WeakMap');
}

function describeNamespace(shape) {
  shape.takeKeys();
  const { keys } = shape;
  shape.keys = [];
  shape.open = `${shape.prefix('Module')}{`;
  shape.entries = (depth) => containers.namespaceEntries(shape.context, shape.value, depth, keys);
}

function describeBoxed(shape, type) {
  const { constructorName, context, tag, value } = shape;
  const primitive = boxedValue[type](value);
  shape.takeKeys();
  if (type === 'String') shape.keys = arraySlice(shape.keys, primitive.length);
  let base = `[${type}`;
  if (constructorName === null) base += ' (null prototype)';
  else if (constructorName !== type) base += ` (${constructorName})`;
  base += `: ${formatPrimitive(context, primitive, unstyled)}]`;
  if (tag !== '' && tag !== constructorName) base += ` [${tag}]`;
  shape.base = base;
  if (!shape.isBare) return undefined;
  return context.stylize(base, toLowerCase(type));
}

function describePlain(shape) {
  shape.takeKeys();
  if (shape.constructorName !== 'Object' || shape.tag !== '') shape.open = `${shape.plainPrefix}{`;
  return shape.isBare ? `${shape.open}}` : undefined;
}

// Kinds that are recognised whatever the constructor is, as long as they can be iterated. The others print like plain
// objects when their nearest constructor is Object, as `Date.prototype` does.
const iterableDescribers = {
  __proto__: null,
  Set: describeSet,
  Map: describeMap,
  'Set Iterator': (shape) => describeCollectionIterator(shape, 'Set'),
  'Map Iterator': (shape) => describeCollectionIterator(shape, 'Map'),
};

const describers = {
  __proto__: null,
  RegExp: describeRegExp,
  Date: describeDate,
  Error: describeError,
  ArrayBuffer: (shape) => describeArrayBuffer(shape, 'ArrayBuffer'),
  SharedArrayBuffer: (shape) => describeArrayBuffer(shape, 'SharedArrayBuffer'),
  DataView: describeDataView,
  Promise: describePromise,
  WeakSet: (shape) => describeWeakCollection(shape, 'WeakSet'),
  WeakMap: (shape) => describeWeakCollection(shape, 'WeakMap'),
  Module: describeNamespace,
  Number: (shape) => describeBoxed(shape, 'Number'),
  String: (shape) => describeBoxed(shape, 'String'),
  Boolean: (shape) => describeBoxed(shape, 'Boolean'),
  BigInt: (shape) => describeBoxed(shape, 'BigInt'),
  Symbol: (shape) => describeBoxed(shape, 'Symbol'),
};

/** Fills the shape in by the engine class of its value; returns finished text when there is nothing else to write. */
function describe(shape) {
  const { value } = shape;
  const name = classOf(value);
  if (shape.constructorName === null || iterator in value) {
    if (isView(value) && typedArrayTag(value) !== undefined) return describeTypedArray(shape);
    if (isArray(value)) return describeArray(shape);
    const iterable = iterableDescribers[name];
    if (iterable !== undefined) return iterable(shape);
  }
  if (name === 'Arguments' && (shape.constructorName === null || shape.constructorName === 'Object')) {
    return describeArguments(shape);
  }
  if (typeof value === 'function') return describeFunction(shape);
  if (shape.constructorName === 'Object') return describePlain(shape);
  const describer = describers[name];
  if (describer !== undefined) return describer(shape);
  return isErrorLike(value) ? describeError(shape) : describePlain(shape);
}

module.exports = { Shape, describe };
