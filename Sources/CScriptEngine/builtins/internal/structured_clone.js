// SPDX-License-Identifier: MIT
'use strict';

// structuredClone (HTML standard, section 2.7.3) with Node's errors.

const {
  checkTransfer, elementsOfTransferList, errorOfReport, getConstructorName, nativeTypeError, noteTransfer,
} = require('internal/message_transfer');
const { cloneValue } = binding;

/** Copies a value with everything it holds; `options.transfer` is moved instead. */
function structuredClone(value, options) {
  if (arguments.length === 0) throw nativeTypeError('ERR_MISSING_ARGS', 'The value argument must be specified');
  if (options !== null && options !== undefined && typeof options !== 'object' && typeof options !== 'function') {
    throw nativeTypeError('ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined');
  }
  const moved = checkTransfer(elementsOfTransferList(options?.transfer ?? undefined));
  const report = [undefined, false, undefined];
  const clone = cloneValue(value, moved, report);
  if (report[1]) throw errorOfReport(report, value);
  noteTransfer(moved);
  return clone;
}

module.exports = { structuredClone, getConstructorName };
