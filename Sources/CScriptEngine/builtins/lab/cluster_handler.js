// SPDX-License-Identifier: MIT
'use strict';

// A cluster's handler in the form in which it gets to the workers: as the text of a program. A function goes as its own
// source text, and so without the variables around it.

const { codes } = require('internal/errors');

const Compiled = Function;
const { toString } = Compiled.prototype;
const { apply } = Reflect;
const { stringify } = JSON;

/** What is added to the error of a handler that uses a variable which the worker does not have. */
const scopeHint = '. The handler of a cluster is sent to its workers as source text: it cannot use variables from ' +
  'outside. Pass values in options.data, call require() inside it, or put it into a file of its own';

function isCompilable(text) {
  try {
    Compiled(`'use strict'; return ${text};`);
    return true;
  } catch {
    return false;
  }
}

// A function's text is an expression, but that of a method is only part of an object's.
function expressionOf(handler) {
  const source = apply(toString, handler, []);
  if (/^class\b/.test(source)) throw new codes.ERR_INVALID_ARG_VALUE('handler', handler, 'must not be a class');
  if (isCompilable(`(${source}\n)`)) return `(${source}\n)`;
  const asMethod = `((object) => object[Reflect.ownKeys(object)[0]])({${source}\n})`;
  if (isCompilable(asMethod)) return asMethod;
  throw new codes.ERR_INVALID_ARG_VALUE('handler', handler,
    'must have source text that is strict code by itself, because it is sent to workers: not a native or bound ' +
    'function, and without super, import.meta and private names');
}

function fileOf(handler) {
  const { fileURLToPath, pathToFileURL } = require('internal/url');
  const path = require('node:path');
  const isURL = typeof handler !== 'string' || handler.startsWith('file:');
  if (!isURL && !/^\.{0,2}\//.test(handler)) {
    throw new codes.ERR_INVALID_ARG_VALUE('handler', handler,
      "must be a function, a path that begins with './', '../' or '/', or a file: URL");
  }
  const name = isURL ? fileURLToPath(handler) : path.resolve(handler);
  const found = require('internal/resolution').resolveFile(name);
  if (found === null) throw require('internal/modules').notFound(name);
  return pathToFileURL(found).href;
}

/** The program of a worker that handles requests with that handler, and whether the handler came as text. */
function programOf(handler) {
  if (typeof handler === 'function') {
    return { isText: true, code: `'use strict'; require('lab').serve(${expressionOf(handler)});` };
  }
  const isURL = handler !== null && typeof handler === 'object' && typeof handler.href === 'string';
  if (typeof handler !== 'string' && !isURL) {
    throw new codes.ERR_INVALID_ARG_TYPE('handler', ['function', 'string', 'URL'], handler);
  }
  const href = stringify(fileOf(handler));
  return {
    isText: false,
    code: `import(${href}).then((module) => require('lab').serve(module.default, { unlessServing: ${href} }));`,
  };
}

/** Whether an error says that a variable does not exist. */
function isMissingVariable(error) {
  return error instanceof ReferenceError && /is not defined$/.test(error.message);
}

module.exports = { isMissingVariable, programOf, scopeHint };
