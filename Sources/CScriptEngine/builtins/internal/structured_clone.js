// SPDX-License-Identifier: MIT
'use strict';

// structuredClone (HTML standard, section 2.7.3) with Node's errors.

const { elementsOfTransferList, getConstructorName, nativeTypeError, serializeWith } =
  require('internal/message_transfer');
const { cloneValue } = binding;

/** Copies a value with everything it holds; `options.transfer` is moved instead. */
function structuredClone(value, options) {
  if (arguments.length === 0) throw nativeTypeError('ERR_MISSING_ARGS', 'The value argument must be specified');
  if (options !== null && options !== undefined && typeof options !== 'object' && typeof options !== 'function') {
    throw nativeTypeError('ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined');
  }
  return serializeWith(cloneValue, value, elementsOfTransferList(options?.transfer ?? undefined));
}

module.exports = { structuredClone, getConstructorName };
