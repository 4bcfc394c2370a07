// SPDX-License-Identifier: MIT
'use strict';

// `stack` in V8's form on every error, and Error.captureStackTrace. The engine keeps frames apart from the error, in a
// hidden slot; here they become text when somebody asks.

const { errorStack, currentStack, classOf } = binding;
const { defineProperty, getOwnPropertyDescriptor } = Object;
const { apply } = Reflect;
const ErrorPrototypeToString = Error.prototype.toString;
const rendered = new WeakMap();
const has = WeakMap.prototype.has;
const get = WeakMap.prototype.get;
const set = WeakMap.prototype.set;
const { includes, replace, slice } = String.prototype;
const { fromCharCode } = String;

// What is left of the engine's wording once the host has replaced its formats: a property name in double quotes where
// V8 uses single ones, how the end of the text is called, and spaces at the end (see Messages.cpp).
const mendings = [
  [/^(Cannot add property) "([^"]*)"(, object is not extensible) *$/, "$1 '$2'$3"],
  [/^(Cannot read properties of (?:undefined|null)) +$/, '$1'],
  [/^(Cannot add property [^"]*, object is not extensible) +$/, '$1'],
  [/^(Cannot (?:assign to read only|delete|set|add|redefine) property:?) "([^"]*)"/, "$1 '$2'"],
  [/^Cannot convert (?:undefined|null) to object$/, 'Cannot convert undefined or null to object'],
  [/^(?:''|"") literal not terminated before end of script$/, 'Invalid or unexpected token'],
  [/^`` literal not terminated before end of script$/, 'Unterminated template literal'],
  [/^Unexpected token end of script$/, 'Unexpected end of input'],
  [/^Unexpected token (?:identifier|keyword '(.*)')$/, 'Unexpected identifier'],
];

// The message that learners meet most. Only the engine's own text ends in two spaces, or where the whole text does.
const { raw } = String;
// No name is longer: a text that begins so again and again and never ends would be read through each time.
const key = raw`"(?:[^"\\]|\\.){0,200}"|Symbol\("[^"]{0,200}"\)|[^\s"']{1,200}`;
const access = new RegExp(raw`Cannot read properties of (undefined|null) \(reading (${key})\)(?: {2}|$)`, 'g');
const leastAccess = 'Cannot read properties of null (reading 0)'.length;
const escapes = { __proto__: null, b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function propertyName(source) {
  if (source[0] === '"') {
    return apply(replace, apply(slice, source, [1, -1]), [/\\(?:x(..)|u(....)|(.))/g, (all, byte, unit, letter) =>
      letter === undefined ? fromCharCode(parseInt(byte ?? unit, 16)) : escapes[letter] ?? letter]);
  }
  return apply(replace, apply(replace, source, [/^Symbol\("(.*)"\)$/, 'Symbol($1)']), [/^Symbol\..*/, 'Symbol($&)']);
}

function accessInWords(all, value, key) {
  if (key === 'Symbol.iterator') return `${value} is not iterable`;
  return `Cannot read properties of ${value} (reading '${propertyName(key)}')`;
}

/** Puts messages of the engine in V8's words that stand in a text: a program can take them out of their errors. */
function mendText(text) {
  if (text.length < leastAccess || !apply(includes, text, ['(reading '])) return text;
  return apply(replace, text, [access, accessInWords]);
}

/** Puts the message of an error that the engine made in V8's words. */
function mendMessage(error) {
  const descriptor = getOwnPropertyDescriptor(error, 'message');
  if (descriptor === undefined || typeof descriptor.value !== 'string' || !descriptor.configurable) return;
  let mended = mendText(descriptor.value);
  for (let index = 0; mended === descriptor.value && index < mendings.length; index++) {
    mended = apply(replace, descriptor.value, mendings[index]);
  }
  if (mended === descriptor.value) return;
  descriptor.value = mended;
  defineProperty(error, 'message', descriptor);
}

function header(error) {
  try {
    return apply(ErrorPrototypeToString, error, []);
  } catch {
    return '<error>';
  }
}

function limit() {
  const value = Error.stackTraceLimit;
  return typeof value === 'number' && value >= 0 ? value : 0;
}

function stackOf(error) {
  if (apply(has, rendered, [error])) return apply(get, rendered, [error]);
  mendMessage(error);
  const frames = errorStack(error, limit());
  const stack = frames === '' ? header(error) : `${header(error)}\n${frames}`;
  apply(set, rendered, [error, stack]);
  return stack;
}

/** Puts the accessor on Error.prototype and the V8 additions on Error. */
function install() {
  defineProperty(Error.prototype, 'stack', {
    configurable: true,
    enumerable: false,
    get: function() {
      return classOf(this) === 'Error' ? stackOf(this) : undefined;
    },
    set: function(value) {
      defineProperty(this, 'stack', { value, writable: true, configurable: true, enumerable: false });
    },
  });
  defineProperty(Error.prototype, 'toString', {
    value: { toString() {
      if (classOf(this) === 'Error') mendMessage(this);
      return apply(ErrorPrototypeToString, this, []);
    } }.toString,
    writable: true, configurable: true, enumerable: false,
  });
  defineProperty(Error, 'stackTraceLimit', { value: 10, writable: true, configurable: true, enumerable: true });
  defineProperty(Error, 'captureStackTrace', {
    value: captureStackTrace, writable: true, configurable: true, enumerable: false,
  });
}

// Frames above and including the named function are left out, as V8 does for its second argument.
function framesBelow(constructorOpt, frames) {
  if (typeof constructorOpt !== 'function' || !constructorOpt.name) return frames;
  const lines = frames.split('\n');
  const index = lines.findIndex((line) => line.startsWith(`    at ${constructorOpt.name} (`)
    || line.startsWith(`    at new ${constructorOpt.name} (`));
  return index < 0 ? frames : lines.slice(index + 1).join('\n');
}

/** Gives an object a `stack` of the current call. */
function captureStackTrace(target, constructorOpt) {
  if (target === null || typeof target !== 'object' && typeof target !== 'function') {
    throw new TypeError(`Invalid argument ${String(target)}`);
  }
  const frames = framesBelow(constructorOpt, currentStack(undefined, limit()));
  const value = frames === '' ? header(target) : `${header(target)}\n${frames}`;
  defineProperty(target, 'stack', { value, writable: true, configurable: true, enumerable: false });
}

module.exports = { install, mendMessage, mendText };
