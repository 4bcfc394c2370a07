// SPDX-License-Identifier: MIT
'use strict';

const { charCodeAt, descriptorOf, hasOwn, indexOf, prototypeOf, slice } = require('internal/intrinsics');
const { isBuiltinConstructorName } = require('internal/inspect_names');
const { bigIntText, numberText } = require('internal/inspect_primitives');

const percent = 37;
const toNumber = Number;
const parseDecimal = parseFloat;
const parseWhole = parseInt;
const { stringify } = JSON;

let inspectFunction;

// `internal/inspect` exports these functions too, so each needs the other; by the first call both are loaded.
function inspect(value, options) {
  inspectFunction ??= require('internal/inspect').inspect;
  return inspectFunction(value, options);
}

// A value with a `toString` of its own making is shown by that; the language's own conversions say too little.
function hasBuiltinConversion(value) {
  const proxy = binding.getProxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return true;
    value = proxy[0];
  }
  if (typeof value[Symbol.toPrimitive] === 'function' && !hasBuiltinToPrimitive(value)) return false;
  if (typeof value.toString !== 'function') return true;
  if (hasOwn(value, 'toString')) return false;
  let holder = value;
  do {
    holder = prototypeOf(holder);
  } while (!hasOwn(holder, 'toString'));
  const descriptor = descriptorOf(holder, 'constructor');
  return descriptor !== undefined && typeof descriptor.value === 'function' &&
    isBuiltinConstructorName(descriptor.value.name);
}

function hasBuiltinToPrimitive(value) {
  const method = value[Symbol.toPrimitive];
  return method === Date.prototype[Symbol.toPrimitive] || method === Symbol.prototype[Symbol.toPrimitive];
}

function formatAsString(value, options) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return numberText(value, separates(options));
    case 'bigint': return bigIntText(value, separates(options));
    case 'object':
      if (value === null || !hasBuiltinConversion(value)) return String(value);
      return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
    default: return String(value);
  }
}

function separates(options) {
  return options?.numericSeparator ?? inspectFunction?.defaultOptions.numericSeparator ?? false;
}

function formatAsNumber(value, convert, options) {
  if (typeof value === 'bigint') return bigIntText(value, separates(options));
  return numberText(typeof value === 'symbol' ? NaN : convert(value), separates(options));
}

let cyclicMessage;

function firstLine(text) {
  const end = indexOf(text, '\n');
  return end === -1 ? text : slice(text, 0, end);
}

// Engines word the error differently, so the wording is learned from a structure that is known to be circular.
function isCyclicError(error) {
  if (cyclicMessage === undefined) {
    const cycle = {};
    cycle.cycle = cycle;
    try {
      stringify(cycle);
    } catch (expected) {
      cyclicMessage = firstLine(expected.message);
    }
  }
  return error instanceof TypeError && firstLine(error.message) === cyclicMessage;
}

function formatAsJSON(value) {
  try {
    return stringify(value);
  } catch (error) {
    if (isCyclicError(error)) return '[Circular]';
    throw error;
  }
}

// Text for one directive, or undefined when the letter is none.
function formatDirective(letter, value, options) {
  switch (letter) {
    case 's': return formatAsString(value, options);
    case 'd': return typeof value === 'object' ? numberText(toNumber(value), separates(options)) :
      formatAsNumber(value, toNumber, options);
    case 'i': return formatAsNumber(value, parseWhole, options);
    case 'f': return numberText(typeof value === 'symbol' ? NaN : parseDecimal(value), separates(options));
    case 'j': return `${formatAsJSON(value)}`;
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'O': return inspect(value, options);
    case 'c': return '';
    default: return undefined;
  }
}

/** Fills the directives of `template` from the values; returns the text and how many values were used. */
function fillTemplate(template, values, options) {
  let text = '';
  let start = 0;
  let used = 0;
  for (let i = 0; i < template.length - 1; i++) {
    if (charCodeAt(template, i) !== percent) continue;
    const letter = template[i + 1];
    if (letter === '%') {
      text += `${slice(template, start, i)}%`;
      start = i + 2;
      i++;
    } else if (used < values.length) {
      const filled = formatDirective(letter, values[used], options);
      if (filled === undefined) continue;
      used++;
      text += slice(template, start, i) + filled;
      start = i + 2;
      i++;
    }
  }
  return { text: start === 0 ? template : text + slice(template, start), used };
}

function formatValues(options, values) {
  const first = values[0];
  if (values.length === 1) return typeof first === 'string' ? first : inspect(first, options);
  let text = '';
  let next = 0;
  if (typeof first === 'string') {
    const rest = [];
    for (let i = 1; i < values.length; i++) rest[i - 1] = values[i];
    const filled = fillTemplate(first, rest, options);
    ({ text } = filled);
    next = 1 + filled.used;
  }
  for (; next < values.length; next++) {
    const value = values[next];
    const piece = typeof value === 'string' ? value : inspect(value, options);
    text += next === 0 ? piece : ` ${piece}`;
  }
  return text;
}

/** `util.format`: a printf-like template with its values, or the values' texts joined by blanks. */
function format(...args) {
  return args.length === 0 ? '' : formatValues(undefined, args);
}

/** `util.formatWithOptions`: `format` with options for every value that is inspected. */
function formatWithOptions(inspectOptions, ...args) {
  if (typeof inspectOptions !== 'object' || inspectOptions === null) {
    require('internal/validators').validateObject(inspectOptions, 'inspectOptions', { allowArray: true });
  }
  return args.length === 0 ? '' : formatValues(inspectOptions, args);
}

module.exports = { format, formatWithOptions };
