// SPDX-License-Identifier: MIT
'use strict';

// process.emitWarning (Node: lib/internal/process/warning.js): the warning is told on the next tick.

const { process } = require('internal/process');
const { writeError } = binding;
let isListening = false;

function print(warning) {
  if (!(warning instanceof Error)) return;
  const code = warning.code ? `[${warning.code}] ` : '';
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
  let text = `(looplab:${process.pid}) ${code}`;
  text += trace && warning.stack ? warning.stack : String(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  writeError(`${text}\n`);
}

/** Emits a warning: a string or an error, with a name and a code or an options object. */
function emitWarning(warning, type, code, ctor) {
  const { codes } = require('internal/errors');
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ({ type, code, detail, ctor } = type);
    if (typeof detail !== 'string') detail = undefined;
  } else if (typeof type === 'function') {
    ctor = type;
    type = code = undefined;
  } else if (typeof code === 'function') {
    ctor = code;
    code = undefined;
  }
  if (type !== undefined && typeof type !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('type', 'string', type);
  if (code !== undefined && typeof code !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('code', 'string', code);
  if (typeof warning === 'string') {
    const made = new Error(warning);
    made.name = String(type || 'Warning');
    if (code !== undefined) made.code = code;
    if (detail !== undefined) made.detail = detail;
    warning = made;
  } else if (!(warning instanceof Error)) {
    throw new codes.ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (!isListening) {
    isListening = true;
    process.on('warning', print);
  }
  if (warning.name === 'DeprecationWarning' && process.throwDeprecation) {
    return process.nextTick(() => {
      throw warning;
    });
  }
  process.nextTick(() => process.emit('warning', warning));
}

module.exports = { emitWarning };
