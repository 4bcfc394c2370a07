// SPDX-License-Identifier: MIT
'use strict';

const {
  apply, arrayIncludes, arraySlice, arraySort, hasOwn, keysOf, mapGet, mapSet, mapSize, repeat, replaceEach,
  slice,
} = require('internal/intrinsics');
const { layOut } = require('internal/inspect_layout');
const { constructorNameOf, isBuiltinConstructorName, isInstanceOf, tagOf } = require('internal/inspect_names');
const { defaultOptions, optionNames } = require('internal/inspect_options');
const { formatPrimitive } = require('internal/inspect_primitives');
const { formatInherited, formatProperty } = require('internal/inspect_properties');
const { Shape, describe } = require('internal/inspect_shapes');
const { colors, makeColorStyler, styles, unstyled } = require('internal/inspect_style');

const custom = Symbol.for('nodejs.util.inspect.custom');

// Past this many characters on one level the rest is shown without depth, so that a result never outgrows memory.
const maxLevelLength = 2 ** 27;

/** State of one call of `inspect`: its options, and where in the value the formatting stands. */
class InspectContext {
  constructor() {
    for (let i = 0; i < optionNames.length; i++) this[optionNames[i]] = defaultOptions[optionNames[i]];
    this.stylize = unstyled;
    this.userOptions = undefined;
    this.indentation = 0;
    // Depth of the innermost object formatted so far; tells how many levels an object has below it.
    this.deepest = 0;
    this.path = [];
    this.references = undefined;
    this.levelLengths = [];
  }

  /** Takes the options given by a caller; the unknown ones are kept for custom inspection functions. */
  take(options) {
    const names = keysOf(options);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (hasOwn(defaultOptions, name) || name === 'stylize') this[name] = options[name];
      else this.userOptions ??= options;
    }
  }

  /** Settles what follows from the options once all are taken. */
  settle() {
    if (this.colors) this.stylize = colorize;
    if (this.maxArrayLength === null) this.maxArrayLength = Infinity;
    if (this.maxStringLength === null) this.maxStringLength = Infinity;
    return this;
  }

  /** A fresh context with the same options except the given ones. */
  derive(changes) {
    const context = new InspectContext();
    for (let i = 0; i < optionNames.length; i++) context[optionNames[i]] = this[optionNames[i]];
    context.stylize = this.stylize;
    context.take(changes);
    return context;
  }

  isBeyondDepth(depth) {
    return this.depth !== null && depth > this.depth;
  }

  /** Runs the action with everything it formats indented further. */
  indented(columns, action) {
    this.indentation += columns;
    const result = action();
    this.indentation -= columns;
    return result;
  }

  enter(value) {
    this.path[this.path.length] = value;
  }

  leave() {
    this.path.length--;
  }

  formatValue(value, depth, isBufferOfView = false) {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
      return formatPrimitive(this, value, this.stylize);
    }
    const original = value;
    const proxy = binding.getProxyDetails(value);
    if (proxy !== undefined) {
      if (proxy[0] === null) return this.stylize('<Revoked Proxy>', 'special');
      if (this.showProxy) return formatProxy(this, proxy, depth);
      value = proxy[0];
    }
    if (this.customInspect) {
      const text = formatByCustom(this, value, original, depth);
      if (text !== undefined) return text;
    }
    if (arrayIncludes(this.path, value)) return formatCircular(this, value);
    return formatObject(this, value, depth, isBufferOfView);
  }
}

/** Options as a custom inspection function sees them; an object of another realm gets nothing of this one. */
function optionsForCustom(context, isForeign) {
  const options = isForeign ? { __proto__: null } : { stylize: context.stylize };
  for (let i = 0; i < optionNames.length; i++) options[optionNames[i]] = context[optionNames[i]];
  if (context.userOptions !== undefined) Object.assign(options, context.userOptions);
  if (isForeign) {
    const { stylize } = context;
    options.stylize = Object.setPrototypeOf((text, styleName) => {
      const styled = stylize(`${text}`, styleName);
      return typeof styled === 'string' ? styled : text;
    }, null);
  }
  return options;
}

function formatByCustom(context, value, original, depth) {
  const method = value[custom];
  if (typeof method !== 'function' || method === inspect) return undefined;
  // A prototype object has the method for its instances, not for itself.
  if (value.constructor && value.constructor.prototype === value) return undefined;
  const remaining = context.depth === null ? null : context.depth - depth;
  const isForeign = original !== value || !isInstanceOf(original, Object);
  const result = apply(method, original, [remaining, optionsForCustom(context, isForeign), inspect]);
  if (result === original) return undefined;
  if (typeof result !== 'string') return context.formatValue(result, depth);
  return replaceEach(result, '\n', `\n${repeat(' ', context.indentation)}`);
}

function formatCircular(context, value) {
  context.references ??= new Map();
  let index = mapGet(context.references, value);
  if (index === undefined) {
    index = mapSize(context.references) + 1;
    mapSet(context.references, value, index);
  }
  return context.stylize(`[Circular *${index}]`, 'special');
}

const proxyBraces = { base: '', open: 'Proxy [', close: ']', isArrayLike: true };

function formatProxy(context, proxy, depth) {
  if (context.isBeyondDepth(depth)) return context.stylize('Proxy [Array]', 'special');
  depth++;
  context.deepest = depth;
  const parts = context.indented(2, () =>
    [context.formatValue(proxy[0], depth), context.formatValue(proxy[1], depth)]);
  return layOut(context, parts, proxyBraces, depth, undefined);
}

/** Makes the shape of an object, with what it inherits from user-defined classes when hidden things are shown. */
function shapeOf(context, value, depth, isBufferOfView) {
  let inherited;
  let onConstructor;
  if (context.showHidden && !context.isBeyondDepth(depth)) {
    inherited = [];
    onConstructor = (holder, name, first) => {
      if (first === holder && isBuiltinConstructorName(name)) return;
      formatInherited(context, value, first ?? value, depth, inherited);
    };
  }
  const constructor = constructorNameOf(context, value, depth, onConstructor);
  if (inherited !== undefined && inherited.length === 0) inherited = undefined;
  return new Shape(context, value, depth, constructor, tagOf(context, value), inherited, isBufferOfView);
}

function formatObject(context, value, depth, isBufferOfView) {
  const shape = shapeOf(context, value, depth, isBufferOfView);
  if (shape.constructorName === null && context.isBeyondDepth(depth) && binding.classOf(value) === 'Module') {
    return context.stylize('[Object: null prototype] [Module]', 'special');
  }
  const finished = describe(shape);
  if (finished !== undefined) return finished;
  if (context.isBeyondDepth(depth)) {
    const name = slice(shape.plainPrefix, 0, -1);
    return context.stylize(shape.constructorName === null ? name : `[${name}]`, 'special');
  }
  const { indentation } = context;
  let entries;
  try {
    entries = formatEntries(context, shape, depth + 1);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    context.leave();
    context.indentation = indentation;
    const name = slice(shape.plainPrefix, 0, -1);
    return context.stylize(
      `[${name}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
  }
  markReference(context, shape);
  context.leave();
  if (context.sorted) sortEntries(context, shape, entries);
  const text = layOut(context, entries, shape, depth + 1, value);
  limitLevel(context, text.length);
  return text;
}

function formatEntries(context, shape, depth) {
  const { value, keys, inherited } = shape;
  context.enter(value);
  context.deepest = depth;
  const entries = shape.entries(depth);
  for (let i = 0; i < keys.length; i++) {
    entries[entries.length] = formatProperty(context, value, depth, keys[i], false, shape.isArrayLike);
  }
  if (inherited !== undefined) {
    for (let i = 0; i < inherited.length; i++) entries[entries.length] = inherited[i];
  }
  return entries;
}

function isStackOverflow(error) {
  if (typeof error !== 'object' || error === null) return false;
  return error.message === 'Maximum call stack size exceeded' || error.message === 'too much recursion';
}

function markReference(context, shape) {
  if (context.references === undefined) return;
  const index = mapGet(context.references, shape.value);
  if (index === undefined) return;
  const mark = context.stylize(`<ref *${index}>`, 'special');
  if (context.compact === true) shape.open = `${mark} ${shape.open}`;
  else shape.base = shape.base === '' ? mark : `${mark} ${shape.base}`;
}

// Elements of arrays keep their order; only the keys after them are sorted.
function sortEntries(context, shape, entries) {
  const comparator = context.sorted === true ? undefined : context.sorted;
  if (!shape.isArrayLike) {
    arraySort(entries, comparator);
  } else if (shape.keys.length > 1) {
    const start = entries.length - shape.keys.length;
    const sorted = arraySort(arraySlice(entries, start), comparator);
    for (let i = 0; i < sorted.length; i++) entries[start + i] = sorted[i];
  }
}

function limitLevel(context, length) {
  const { indentation, levelLengths } = context;
  const total = (levelLengths[indentation] ?? 0) + length;
  levelLengths[indentation] = total;
  if (total > maxLevelLength) context.depth = -1;
}

/**
 * `util.inspect`: text of any value for reading. Takes an options object, or in the old form `showHidden`, `depth`
 * and `colors` as separate arguments.
 */
function inspect(value, opts) {
  const context = new InspectContext();
  if (arguments.length > 1) {
    if (arguments[2] !== undefined) context.depth = arguments[2];
    if (arguments[3] !== undefined) context.colors = arguments[3];
    if (typeof opts === 'boolean') context.showHidden = opts;
    else if (opts) context.take(opts);
  }
  return context.settle().formatValue(value, 0);
}

const colorize = makeColorStyler(inspect);

inspect.custom = custom;
Object.defineProperty(inspect, 'defaultOptions', {
  get() {
    return defaultOptions;
  },
  set(options) {
    require('internal/validators').validateObject(options, 'options');
    Object.assign(defaultOptions, options);
  },
});
inspect.colors = colors;
inspect.styles = styles;

module.exports = { inspect };

const { format, formatWithOptions } = require('internal/format');
const { stripVTControlCharacters } = require('internal/control_sequences');
Object.assign(module.exports, { format, formatWithOptions, stripVTControlCharacters });
