// SPDX-License-Identifier: MIT
'use strict';

// What `new Worker` is given: checks with Node's errors, and the form in which the native side takes it.

const { codes } = require('internal/errors');
const { validateArray, validateString } = require('internal/validators');

/** The value of `env` by which a worker shares the environment of its parent. */
const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

const limitNames = ['maxYoungGenerationSizeMb', 'maxOldGenerationSizeMb', 'codeRangeSizeMb', 'stackSizeMb'];
const defaultStackMegabytes = 4;
/** The limits of a worker without any, as Node has them on a machine of the usual size. */
const defaultLimits = [48, 4096, 0, defaultStackMegabytes];

// The text behind a data: URL, which is a module's.
function textOfDataURL(href) {
  const comma = href.indexOf(',');
  const head = href.slice(5, comma === -1 ? undefined : comma);
  const type = head.split(';', 1)[0].trim();
  if (comma === -1 || !/^(?:text|application)\/(?:javascript|ecmascript)$/.test(type)) {
    throw new codes.ERR_UNKNOWN_MODULE_FORMAT(type || 'null', href);
  }
  const body = decodeURIComponent(href.slice(comma + 1));
  return /;\s*base64\s*$/.test(head) ? decodeURIComponent(escapeBytes(atob(body))) : body;
}

// Latin-1 text of UTF-8 bytes, as percent escapes.
function escapeBytes(text) {
  return text.replace(/[^]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function isURL(value) {
  return value !== null && typeof value === 'object' && Boolean(value.href && value.protocol);
}

/** Where the worker's code comes from: `{ filename }` or `{ code, isModule }`. */
function entryOf(filename, options) {
  if (options.eval) {
    if (typeof filename !== 'string') {
      throw new codes.ERR_INVALID_ARG_VALUE(
        'options.eval', options.eval, "must be false when 'filename' is not a string");
    }
    return { code: filename, isModule: undefined };
  }
  if (isURL(filename)) {
    if (filename.protocol === 'data:') return { code: textOfDataURL(filename.href), isModule: true };
    return { filename: require('internal/url').fileURLToPath(filename) };
  }
  if (typeof filename !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('filename', ['string', 'URL'], filename);
  const path = require('node:path');
  if (!path.isAbsolute(filename) && !/^\.\.?\//.test(filename)) throw new codes.ERR_WORKER_PATH(filename);
  return { filename: path.resolve(filename) };
}

/** The environment as pairs of strings; null when it is shared. */
function environmentOf(env, process) {
  if (env === SHARE_ENV) return null;
  if (env !== undefined && env !== null && typeof env !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'options.env', ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'], env);
  }
  const values = env ?? process.env;
  const pairs = [];
  for (const name of Object.keys(values)) pairs.push([name, `${values[name]}`]);
  return pairs;
}

/** The four limits by number; -1 stands for the default. */
function limitsOf(resourceLimits) {
  const limits = [-1, -1, -1, defaultStackMegabytes];
  if (typeof resourceLimits !== 'object' || resourceLimits === null) return limits;
  for (let index = 0; index < limitNames.length; index++) {
    const value = resourceLimits[limitNames[index]];
    if (typeof value === 'number') limits[index] = value;
  }
  // Node's own least values.
  if (typeof resourceLimits.maxOldGenerationSizeMb === 'number') limits[1] = Math.max(limits[1], 2);
  if (!(limits[3] > 0)) limits[3] = defaultStackMegabytes;
  return limits;
}

/** Limits as programs see them, with `defaults` where none were set. */
function namedLimits(limits, defaults) {
  const named = {};
  for (let index = 0; index < limitNames.length; index++) {
    named[limitNames[index]] = limits[index] > 0 ? limits[index] : defaults[index];
  }
  return named;
}

/** Checks the constructor's arguments and puts them in the native side's form. */
function workerOptions(filename, options) {
  const { process } = require('internal/process');
  if (options.execArgv) validateArray(options.execArgv, 'options.execArgv');
  let words = [];
  if (options.argv) {
    validateArray(options.argv, 'options.argv');
    words = Array.from(options.argv, String);
  }
  const entry = entryOf(filename, options);
  const env = environmentOf(options.env, process);
  if (options.name) validateString(options.name, 'options.name');
  return {
    ...entry,
    env,
    argv: [process.execPath, entry.filename ?? '[worker eval]', ...words],
    execArgv: options.execArgv ? Array.from(options.execArgv, String) : process.execArgv,
    name: options.name || '',
    resourceLimits: limitsOf(options.resourceLimits),
    stdin: Boolean(options.stdin),
    stdout: Boolean(options.stdout),
    stderr: Boolean(options.stderr),
  };
}

module.exports = { SHARE_ENV, defaultLimits, namedLimits, workerOptions };
