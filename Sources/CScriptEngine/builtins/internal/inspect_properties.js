// SPDX-License-Identifier: MIT
'use strict';

const {
  apply, arraySlice, descriptorOf, hasOwn, isEnumerable, keysOf, ownKeysOf, ownNames, ownSymbols, prototypeOf,
  regExpExec, repeat, symbolToString,
} = require('internal/intrinsics');
const { isBuiltinConstructorName } = require('internal/inspect_names');
const { escapeText, formatPrimitive, quoteString } = require('internal/inspect_primitives');
const { stringWidth } = require('internal/string_width');

const identifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const maxInheritedLevels = 3;
const maxArrayIndex = 2 ** 32 - 2;

// Own hidden properties in Node's engine that are inherited accessors in others.
const foreignHiddenKeys = { __proto__: null, stack: true, arguments: true, caller: true };

function appendSymbols(keys, value, showHidden) {
  const symbols = ownSymbols(value);
  for (let i = 0; i < symbols.length; i++) {
    if (showHidden || isEnumerable(value, symbols[i])) keys[keys.length] = symbols[i];
  }
  return keys;
}

/** Own keys to show: the enumerable ones, or all of them with `showHidden`. */
function shownKeys(value, showHidden) {
  if (showHidden) return appendSymbols(ownNames(value), value, true);
  let names;
  try {
    names = keysOf(value);
  } catch {
    // A module namespace with bindings that are not initialised yet cannot tell which are enumerable; all are.
    names = ownNames(value);
  }
  return appendSymbols(names, value, false);
}

function isIndex(key) {
  const number = +key;
  return number >= 0 && number <= maxArrayIndex && `${number}` === key && number % 1 === 0;
}

/** Own keys to show of an array or typed array beyond its elements. */
function shownNonIndexKeys(value, showHidden) {
  const names = showHidden ? ownNames(value) : keysOf(value);
  // Indices come first in the order of own keys, so looking back from the end finds all the others.
  let start = names.length;
  while (start > 0 && !isIndex(names[start - 1])) start--;
  return appendSymbols(arraySlice(names, start), value, showHidden);
}

function keyText(context, key, isHidden) {
  if (typeof key === 'symbol') return `[${context.stylize(escapeText(symbolToString(key), true), 'symbol')}]`;
  if (key === '__proto__') return "['__proto__']";
  if (isHidden) return `[${escapeText(key, true)}]`;
  if (regExpExec(identifier, key) !== null) return context.stylize(key, 'name');
  return context.stylize(quoteString(key), 'string');
}

function runsGetter(context, descriptor) {
  const { getters } = context;
  if (getters === true) return true;
  return descriptor.set === undefined ? getters === 'get' : getters === 'set';
}

function accessorText(context, descriptor, receiver, depth) {
  const { stylize } = context;
  const label = descriptor.set === undefined ? 'Getter' : 'Getter/Setter';
  if (!runsGetter(context, descriptor)) return stylize(`[${label}]`, 'special');
  const opening = stylize(`[${label}:`, 'special');
  const closing = stylize(']', 'special');
  let value;
  try {
    value = apply(descriptor.get, receiver, []);
  } catch (error) {
    return `${opening} <Inspection threw (${error.message})>${closing}`;
  }
  return context.indented(2, () => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      return `${opening} ${formatPrimitive(context, value, stylize)}${closing}`;
    }
    return `${stylize(`[${label}]`, 'special')} ${context.formatValue(value, depth)}`;
  });
}

/**
 * Formats one property as `key: value`, or only its value when it is an element of an array. `receiver` is what a
 * getter runs on, where the property is inherited.
 */
function formatProperty(context, holder, depth, key, isElement, isArrayLike = isElement,
  descriptor = descriptorOf(holder, key), receiver = holder) {
  descriptor ??= { value: holder[key], enumerable: foreignHiddenKeys[key] !== true };
  let gap = ' ';
  let text;
  if (descriptor.value !== undefined) {
    const mayBreak = context.compact === true && !isArrayLike;
    const indentation = mayBreak ? 3 : 2;
    context.indentation += indentation;
    text = context.formatValue(descriptor.value, depth);
    if (mayBreak && context.breakLength < stringWidth(text, context.colors)) {
      gap = `\n${repeat(' ', context.indentation)}`;
    }
    context.indentation -= indentation;
  } else if (descriptor.get !== undefined) {
    text = accessorText(context, descriptor, receiver, depth);
  } else if (descriptor.set !== undefined) {
    text = context.stylize('[Setter]', 'special');
  } else {
    text = context.stylize('undefined', 'undefined');
  }
  return isElement ? text : `${keyText(context, key, descriptor.enumerable === false)}:${gap}${text}`;
}

function endsInherited(object) {
  const descriptor = descriptorOf(object, 'constructor');
  return descriptor !== undefined && typeof descriptor.value === 'function' &&
    isBuiltinConstructorName(descriptor.value.name);
}

function isSeen(levels, key) {
  for (let i = 0; i < levels.length; i++) if (hasOwn(levels[i], key)) return true;
  return false;
}

/** Formats the accessors and data that a value inherits from user-defined prototypes; methods are left out. */
function formatInherited(context, value, first, depth, output) {
  const levels = [];
  let object = first;
  for (let level = 0; level < maxInheritedLevels; level++) {
    if (level !== 0 || object === value) {
      object = prototypeOf(object);
      if (object === null || endsInherited(object)) return;
    }
    const keys = ownKeysOf(object);
    context.enter(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === 'constructor' || hasOwn(value, key) || isSeen(levels, key)) continue;
      const descriptor = descriptorOf(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = formatProperty(context, object, depth, key, false, false, descriptor, value);
      output[output.length] = context.colors ? `\x1b[2m${text}\x1b[22m` : text;
    }
    context.leave();
    levels[levels.length] = object;
  }
}

module.exports = { formatInherited, formatProperty, isIndex, shownKeys, shownNonIndexKeys };
