// SPDX-License-Identifier: MIT
'use strict';

// The prompt's side in JavaScript: what a line of input becomes, how its result is shown, what Tab offers.

const { inspect } = require('internal/inspect');
const { transformAwait, declaredNames } = require('internal/repl_await');
const { write, isColor, evaluateScript } = binding;

/** Names that the inputs so far have declared with let, const or class: they are no properties of the global object. */
const lexicalNames = new Set();

let lastError;
const results = { last: undefined, isTaken: false };

function defineUnderscore(name, get) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get,
    set(value) {
      if (name === '_') results.isTaken = true;
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}

/** Makes a global scope a prompt's: `require`, the builtin modules by name, `_` and `_error`. */
function prepare() {
  // A page has no modules by name.
  if (binding.profile === 'node') {
    require('internal/modules').prepareEval('repl');
    delete globalThis.__filename;
    delete globalThis.__dirname;
  }
  defineUnderscore('_', () => results.last);
  defineUnderscore('_error', () => lastError);
}

// `{a: 1}` is meant as an object, as long as it parses as one.
function asExpression(source) {
  if (!/^\s*\{/.test(source) || /;\s*$/.test(source)) return source;
  const wrapped = `(${source.trim()}\n)`;
  return binding.parses(wrapped) ? wrapped : source;
}

/**
 * Evaluates one input. Returns `[isAwaited, value]`; an awaited value is a promise of `{ value }`.
 * Throws what the input throws.
 */
function evaluate(source, name) {
  const awaited = /\bawait\b/.test(source) ? transformAwait(source) : null;
  if (awaited === null) {
    const value = evaluateScript(asExpression(source), name);
    for (const declared of declaredNames(source)) lexicalNames.add(declared);
    return [false, value];
  }
  if (awaited.declarations !== '') evaluateScript(awaited.declarations, name);
  for (const declared of awaited.names) lexicalNames.add(declared);
  return [true, evaluateScript(awaited.code, name)];
}

/** A result as the prompt shows it; it becomes `_`. */
function showResult(value) {
  if (!results.isTaken) results.last = value;
  write(1, `${inspect(value, { colors: isColor(1), showProxy: true })}\n`);
}

// A stack at the prompt ends where the prompt's own frames would begin; one that has no other frame is left out.
function withoutPromptFrames(error) {
  const { stack } = error;
  if (typeof stack !== 'string') return;
  const lines = stack.split('\n');
  const isOwn = (line) => /^    at (?:REPL\d+:\d+:\d+)$/.test(line);
  const kept = lines.filter((line) => !isOwn(line));
  if (kept.length !== lines.length) {
    Object.defineProperty(error, 'stack', {
      value: kept.join('\n'), writable: true, configurable: true, enumerable: false,
    });
  }
}

/** An error that an input or a callback threw, as the prompt shows it; it becomes `_error`. */
function showError(error) {
  lastError = error;
  let text;
  if (binding.classOf(error) === 'Error') {
    const { sourceLine, column, isSyntaxError } = binding.describeError(error);
    const frame = isSyntaxError && sourceLine ? `${sourceLine}\n${' '.repeat(Math.max(0, column - 1))}^\n\n` : '';
    withoutPromptFrames(error);
    const body = inspect(error, { colors: isColor(1) });
    const isBare = !body.includes('\n') && body.startsWith('[') && body.endsWith(']');
    text = `${frame}Uncaught ${isBare ? body.slice(1, -1) : body}`;
  } else {
    text = `Uncaught ${inspect(error, { colors: isColor(1) })}`;
  }
  write(1, `${text}\n`);
}

/** What a value is, in one line: for `.type`. */
function describeType(value) {
  if (value === null) return 'null';
  const type = typeof value;
  if (type !== 'object' && type !== 'function') return type;
  const traits = [];
  const details = binding.getPromiseDetails(value);
  if (details) traits.push(['pending', 'fulfilled', 'rejected'][details[0]]);
  else if (typeof value.then === 'function') traits.push('thenable');
  if (typeof value[Symbol.asyncIterator] === 'function') traits.push('async iterable');
  if (typeof value[Symbol.iterator] === 'function') traits.push('iterable');
  const prototypes = [];
  for (let at = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    prototypes.push(typeof own === 'function' && own.name ? own.name : '(anonymous)');
  }
  const chain = prototypes.length > 0 ? prototypes.join(' > ') : 'no prototype';
  return `${type}: ${chain}${traits.length > 0 ? ` (${traits.join(', ')})` : ''}`;
}

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

function propertyNames(value) {
  const names = new Set();
  let at = value === null || value === undefined ? null : Object(value);
  for (let depth = 0; at !== null && depth < 20; depth++) {
    for (const name of Object.getOwnPropertyNames(at)) if (identifier.test(name)) names.add(name);
    at = Object.getPrototypeOf(at);
  }
  return [...names].sort();
}

const keywords = ('async await break case catch class const continue debugger default delete do else export extends '
  + 'false finally for function if import in instanceof let new null return super switch this throw true try typeof '
  + 'var void while with yield').split(' ');

/**
 * What can stand where the text ends: `[candidates, start]`. Only plain chains of names are looked at, so that no call
 * is made; a getter on the way may run, as in Node.
 */
function complete(text) {
  const match = /(?:[\p{ID_Start}_$][\p{ID_Continue}$]*\??\.)*(?:[\p{ID_Start}_$][\p{ID_Continue}$]*)?$/u.exec(text);
  const chain = match[0];
  const dot = chain.lastIndexOf('.');
  const partial = chain.slice(dot + 1);
  const start = text.length - partial.length;
  let names;
  if (dot < 0) {
    const before = text.slice(0, start);
    if (/["'`]\.$/.test(before)) return [propertyNames('').filter((name) => name.startsWith(partial)), start];
    if (/[\d)\]]\.$/.test(before)) return [[], start];
    names = [...new Set([...lexicalNames, ...propertyNames(globalThis), ...keywords])].sort();
  } else {
    try {
      names = propertyNames(evaluateScript(`(${chain.slice(0, dot).replace(/\?$/, '')})`, 'completion'));
    } catch {
      names = [];
    }
  }
  return [names.filter((name) => name.startsWith(partial)), start];
}

module.exports = { prepare, evaluate, showResult, showError, describeType, complete };
