// SPDX-License-Identifier: MIT
'use strict';

/** A value as V8 shows it in the messages of built-in functions: `5`, `#<Object>`, `[object Array]`. */
function describeValue(value) {
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value.toString === Object.prototype.toString) return `#<${value.constructor?.name || 'Object'}>`;
  return Object.prototype.toString.call(value);
}

module.exports = { describeValue };
