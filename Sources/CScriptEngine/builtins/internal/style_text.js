// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateOneOf, validateString } = require('internal/validators');

function escapesOf(format) {
  const { inspect } = require('internal/inspect');
  const pair = Object.hasOwn(inspect.colors, format) ? inspect.colors[format] : undefined;
  if (pair === undefined) validateOneOf(format, 'format', Object.keys(inspect.colors));
  return [`\x1b[${pair[0]}m`, `\x1b[${pair[1]}m`];
}

function isStream(value) {
  return value !== null && typeof value === 'object' &&
    (typeof value.write === 'function' || typeof value.pipe === 'function' || typeof value.getReader === 'function' ||
      typeof value.getWriter === 'function');
}

function wantsColor(stream) {
  const { env } = globalThis.process;
  if (env.FORCE_COLOR !== undefined) return ['', '1', 'true', '2', '3'].includes(env.FORCE_COLOR);
  if (!stream?.isTTY) return false;
  return typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true;
}

/** Text between the escape sequences of one or several formats, or plain when the stream shows no colours. */
function styleText(format, text, { validateStream = true, stream = globalThis.process.stdout } = {}) {
  validateString(text, 'text');
  validateBoolean(validateStream, 'options.validateStream');
  let plain = false;
  if (validateStream) {
    if (!isStream(stream)) {
      throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    plain = !wantsColor(stream);
  }
  // Node 20 asks the stream for a single format only.
  if (Array.isArray(format)) {
    let left = '';
    let right = '';
    for (const each of format) {
      const { 0: open, 1: close } = escapesOf(each);
      left += open;
      right = close + right;
    }
    return `${left}${text}${right}`;
  }
  const { 0: open, 1: close } = escapesOf(format);
  return plain ? text : `${open}${text}${close}`;
}

module.exports = { styleText };
