// SPDX-License-Identifier: MIT
'use strict';

// What callers of node:fs may pass: paths, descriptors, flags, modes, times, options (Node: lib/internal/fs/utils.js).

const { AbortError, codes, defineStack } = require('internal/errors');
const {
  validateAbortSignal, validateBoolean, validateFunction, validateInt32, validateInteger, validateObject,
  validateUint32,
} = require('internal/validators');
const { constants } = require('internal/fs_constants');
const { isEncoding } = require('internal/fs_contents');

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants;
const { includes } = Uint8Array.prototype;
const { apply } = Reflect;

const flagNumbers = {
  __proto__: null,
  'r': O_RDONLY, 'rs': O_RDONLY | O_SYNC, 'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR, 'rs+': O_RDWR | O_SYNC, 'sr+': O_RDWR | O_SYNC,
  'w': O_TRUNC | O_CREAT | O_WRONLY, 'wx': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'xw': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR, 'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'a': O_APPEND | O_CREAT | O_WRONLY, 'ax': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'xa': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'as': O_APPEND | O_CREAT | O_WRONLY | O_SYNC, 'sa': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'a+': O_APPEND | O_CREAT | O_RDWR, 'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'as+': O_APPEND | O_CREAT | O_RDWR | O_SYNC, 'sa+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
};

/** Open flags as a number; `null` reads. */
function flagsOf(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags === undefined || flags === null) return O_RDONLY;
  const number = typeof flags === 'string' ? flagNumbers[flags] : undefined;
  if (number === undefined) throw new codes.ERR_INVALID_ARG_VALUE('flags', flags);
  return number;
}

/** A mode as a number; text is octal. */
function modeOf(value, name, fallback) {
  let mode = value ?? fallback;
  if (typeof mode === 'string') {
    if (!/^[0-7]+$/.test(mode)) {
      throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must be a 32-bit unsigned integer or an octal string');
    }
    mode = parseInt(mode, 8);
  }
  validateUint32(mode, name);
  return mode;
}

function smallModeError(code, text) {
  const error = new codes[code]('mode', '', 0);
  error.message = text;
  defineStack(error, `${error.name} [${code}]: ${text}`);
  return error;
}

/** The mode of access() and copyFile(), which Node checks natively and words by itself. */
function smallModeOf(mode) {
  if (mode === undefined || mode === null) return 0;
  if (typeof mode !== 'number') throw smallModeError('ERR_INVALID_ARG_TYPE', 'mode must be int32 or null/undefined');
  if (!(mode >= 0 && mode < 8)) throw smallModeError('ERR_OUT_OF_RANGE', 'mode is out of range: >= 0 && <= 7');
  return mode | 0;
}

function hasNull(path) {
  return typeof path === 'string' ? path.includes('\0') : apply(includes, path, [0]);
}

/** A path as text or bytes, of text, bytes or a file: URL. */
function pathOf(value, name = 'path') {
  let path = value;
  if (typeof value === 'object' && value !== null && value.href && value.protocol && value.auth === undefined) {
    path = require('internal/url_file').fileURLToPath(value);
  }
  if (typeof path !== 'string' && !(path instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
  }
  if (hasNull(path)) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  }
  return path;
}

function descriptorOf(fd) {
  validateInt32(fd, 'fd', 0);
  return fd;
}

/** Seconds since 1970 of a number, numeric text or a Date. */
function secondsOf(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('internal/types').isDate(time)) return Date.prototype.getTime.call(time) / 1000;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

/** A length for truncating, at least 0. */
function lengthOf(length) {
  if (length === undefined || length === null) return 0;
  validateInteger(length, 'len');
  return Math.max(0, length);
}

function requireEncoding(encoding) {
  if (encoding && encoding !== 'buffer' && !isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/** Options from what stands in their place: nothing, an encoding, or an object. */
function optionsOf(options, defaults) {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  const given = typeof options === 'string' ? { ...defaults, encoding: options } : options;
  if (typeof given !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  requireEncoding(given.encoding);
  if (given.signal !== undefined) validateAbortSignal(given.signal, 'options.signal');
  return given;
}

function dataOf(data, encoding) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  return require('internal/fs_contents').encode(data, encoding);
}

/** The options of rm(), with what is missing. */
function removeOptionsOf(options) {
  if (options === undefined) options = {};
  validateObject(options, 'options');
  const all = { retryDelay: 100, maxRetries: 0, recursive: false, force: false, ...options };
  validateBoolean(all.force, 'options.force');
  validateBoolean(all.recursive, 'options.recursive');
  validateInt32(all.retryDelay, 'options.retryDelay', 0);
  validateUint32(all.maxRetries, 'options.maxRetries');
  return all;
}

/** Returns a function that was passed as callback, or throws. */
function callbackOf(callback) {
  validateFunction(callback, 'cb');
  return callback;
}

/** The reason why an operation with that signal must not go on; undefined when it may. */
function abortOf(signal) {
  return signal?.aborted ? new AbortError(undefined, { cause: signal.reason }) : undefined;
}

module.exports = {
  abortOf, callbackOf, dataOf, descriptorOf, flagsOf, lengthOf, modeOf, optionsOf, pathOf, removeOptionsOf, secondsOf,
  smallModeOf,
};
