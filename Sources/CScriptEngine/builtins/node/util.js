// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { deprecate } = require('internal/deprecate');
const { format, formatWithOptions, inspect, stripVTControlCharacters } = require('internal/inspect');
const { callbackify, promisify } = require('internal/promisify');
const types = require('internal/types');
const { kValidateObjectAllowFunction, validateAbortSignal, validateObject } =
  require('internal/validators');

/** Gives `ctor`'s instances the methods of `superCtor`'s, as programs did before `class`. */
function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null) throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor === undefined || superCtor === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  }
  if (superCtor.prototype === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  Object.defineProperty(ctor, 'super_', { __proto__: null, value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

/** Promise of the event by which `signal` tells that it aborts. */
async function aborted(signal, resource) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateObject(resource, 'resource', kValidateObjectAllowFunction);
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const { kResistStopPropagation } = require('internal/event_target');
    const options = { __proto__: null, once: true, [kResistStopPropagation]: true };
    signal.addEventListener('abort', resolve, options);
  });
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  const keys = Object.keys(source);
  for (let i = 0; i < keys.length; i++) target[keys[i]] = source[keys[i]];
  return target;
}

function timestamp() {
  const now = new Date();
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((each) => `${each}`.padStart(2, '0')).join(':');
  return `${now.getDate()} ${months[now.getMonth()]} ${time}`;
}

function log(...args) {
  globalThis.console.log('%s - %s', timestamp(), format(...args));
}

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

function isBuffer(value) {
  const { Buffer } = globalThis;
  return typeof Buffer === 'function' && value instanceof Buffer;
}

/** The string with every lone surrogate replaced by U+FFFD. */
function toUSVString(input) {
  return `${input}`.toWellFormed();
}

function lazily(id, name) {
  return function(...args) {
    return require(id)[name](...args);
  };
}

function named(name, fn) {
  return Object.defineProperty(fn, 'name', { __proto__: null, value: name, configurable: true });
}

const debuglog = (section, onReady) => require('internal/debuglog').debuglog(section, onReady);

module.exports = {
  _errnoException: (...args) => require('internal/system_errors').errnoException(...args),
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  styleText: named('styleText', lazily('internal/style_text', 'styleText')),
  formatWithOptions,
  getSystemErrorMap: named('getSystemErrorMap', lazily('internal/system_errors', 'getSystemErrorMap')),
  getSystemErrorName: named('getSystemErrorName', lazily('internal/system_errors', 'getSystemErrorName')),
  inherits,
  inspect,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer,
  isDeepStrictEqual(a, b) {
    return require('internal/comparisons').isDeepStrictEqual(a, b);
  },
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: types.isRegExp,
  isObject: (value) => value !== null && typeof value === 'object',
  isDate: types.isDate,
  isError,
  isFunction: (value) => typeof value === 'function',
  isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  log,
  promisify,
  stripVTControlCharacters,
  toUSVString,
  aborted,
  types,
  parseEnv: named('parseEnv', lazily('internal/parse_env', 'parseEnv')),
  parseArgs: named('parseArgs', lazily('internal/parse_args', 'parseArgs')),
};

for (const name of ['TextDecoder', 'TextEncoder']) {
  Object.defineProperty(module.exports, name, {
    __proto__: null,
    get() {
      return require('internal/encoding')[name];
    },
    enumerable: true,
    configurable: true,
  });
}
