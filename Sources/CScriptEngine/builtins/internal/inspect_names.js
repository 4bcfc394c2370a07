// SPDX-License-Identifier: MIT
'use strict';

const {
  descriptorOf, endsWith, functionToString, hasOwn, includes, indexOf, isEnumerable, prototypeOf, regExpExec, setHas,
  slice, split, startsWith,
} = require('internal/intrinsics');
const { classOf, functionKind } = require('internal/types');

const { toStringTag } = Symbol;

let builtinNames;

/** Tells whether a constructor's name is one of the language's own global constructors. */
function isBuiltinConstructorName(name) {
  builtinNames ??= new Set(split(
    'Object Function Array Number Infinity NaN Boolean String Symbol Date Promise RegExp Error AggregateError ' +
    'EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Uint8Array ' +
    'Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray ' +
    'BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect ' +
    'FinalizationRegistry Atomics WebAssembly', ' '));
  return setHas(builtinNames, name);
}

function isInstanceOf(value, constructor) {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

// The name the engine itself would give: the class of a special object, or a tag found as plain data on the chain.
function engineNameOf(value) {
  const name = classOf(value);
  if (name === 'Map Iterator' || name === 'Set Iterator') return `${slice(name, 0, 3)}Iterator`;
  if (name !== 'Object' && name !== 'Proxy') return name;
  for (let object = value; object !== null; object = prototypeOf(object)) {
    const tag = descriptorOf(object, toStringTag);
    if (tag !== undefined) return typeof tag.value === 'string' ? tag.value : 'Object';
  }
  return 'Object';
}

/**
 * Finds the name of the nearest constructor on the prototype chain that the value is an instance of. Null when the
 * value has no prototype; `Name <…>` when there is a chain without such a constructor. `onFound(holder, name, first)`
 * hears which object held it.
 */
function constructorNameOf(context, value, depth, onFound) {
  let first;
  for (let holder = value; holder !== null && holder !== undefined; holder = prototypeOf(holder)) {
    if (holder !== value && first === undefined) first = holder;
    const descriptor = descriptorOf(holder, 'constructor');
    if (descriptor === undefined || typeof descriptor.value !== 'function') continue;
    const { name } = descriptor.value;
    if (name === '' || !isInstanceOf(value, descriptor.value)) continue;
    if (onFound !== undefined) onFound(holder, name, first);
    return `${name}`;
  }
  if (first === undefined) return null;
  const engineName = engineNameOf(value);
  if (context.isBeyondDepth(depth)) return `${engineName} <Complex prototype>`;
  const outer = constructorNameOf(context, first, depth + 1, onFound);
  if (outer !== null) return `${engineName} <${outer}>`;
  return `${engineName} <${context.derive({ customInspect: false, depth: -1 }).formatValue(first, 0)}>`;
}

/** `Symbol.toStringTag` of the value where it is not shown as a property anyway; '' when there is none to show. */
function tagOf(context, value) {
  const tag = value[toStringTag];
  if (typeof tag !== 'string' || tag === '') return '';
  const isShown = context.showHidden ? hasOwn(value, toStringTag) : isEnumerable(value, toStringTag);
  return isShown ? '' : tag;
}

/** Name for an object of no special kind, where its constructor cannot tell. */
function plainFallback(value, constructor, tag) {
  if (constructor !== null) return 'Object';
  return tag === '' || classOf(value) !== 'Object' ? engineNameOf(value) : 'Object';
}

/** What stands before the opening brace: `Foo(2) [Map] ` or `[Map(2): null prototype] `. */
function prefixOf(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    const head = `[${fallback}${size}: null prototype] `;
    return tag !== '' && tag !== fallback ? `${head}[${tag}] ` : head;
  }
  return tag !== '' && tag !== constructor ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

const commentsAndLines = /\/\/[^\n]*|\/\*[^]*?\*\//;
const classHeadWithoutCall = /^\s+[^(]*?\s*\{/;

function withoutComments(text) {
  let result = '';
  for (let match = regExpExec(commentsAndLines, text); match !== null; match = regExpExec(commentsAndLines, text)) {
    result += slice(text, 0, match.index);
    text = slice(text, match.index + match[0].length);
  }
  return result + text;
}

// A heritage clause with a call or a nested class in it makes the class read as a function, as in Node.
function isWrittenAsClass(source) {
  if (!startsWith(source, 'class') || !endsWith(source, '}')) return false;
  const text = slice(source, 5, -1);
  const brace = indexOf(text, '{');
  if (brace === -1) return false;
  return !includes(slice(text, 0, brace), '(') || regExpExec(classHeadWithoutCall, withoutComments(text)) !== null;
}

function classBase(value, constructor, tag) {
  const name = hasOwn(value, 'name') && value.name ? value.name : '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== null && constructor !== 'Function') base += ` [${constructor}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  if (constructor === null) return `[${base} extends [null prototype]]`;
  const parent = prototypeOf(value).name;
  return parent ? `[${base} extends ${parent}]` : `[${base}]`;
}

/** Describes a function: `[Function: f]`, `[AsyncGeneratorFunction (anonymous)]`, `[class A extends B]`. */
function functionBase(value, constructor, tag) {
  if (isWrittenAsClass(functionToString(value))) return classBase(value, constructor, tag);
  const { isAsync, isGenerator } = functionKind(value);
  const type = `${isAsync ? 'Async' : ''}${isGenerator ? 'Generator' : ''}Function`;
  let base = `[${type}`;
  if (constructor === null) base += ' (null prototype)';
  base += value.name === '' ? ' (anonymous)]' : `: ${value.name}]`;
  if (constructor !== null && constructor !== type) base += ` ${constructor}`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  return base;
}

module.exports = {
  constructorNameOf, functionBase, isBuiltinConstructorName, isInstanceOf, plainFallback, prefixOf, tagOf,
};
