// SPDX-License-Identifier: MIT
'use strict';

const { createFunctionEntry } = require('internal/performance_entries');
const { enqueue } = require('internal/performance_observer');

function codes() {
  return require('internal/errors').codes;
}

function complete(name, start, args, histogram) {
  const duration = binding.now() - start;
  if (histogram !== undefined) histogram.record(Math.max(1, Math.ceil(duration * 1e6)));
  const entry = createFunctionEntry(name, start, duration, args);
  for (let i = 0; i < args.length; i++) entry[i] = args[i];
  enqueue(entry);
}

/** Wraps a function so that each call puts a 'function' entry before the observers; promises count until settled. */
function timerify(fn, options = {}) {
  const { validateFunction, validateObject } = require('internal/validators');
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  const { histogram } = options;
  if (histogram !== undefined && !require('internal/histogram').isRecordable(histogram)) {
    throw new (codes().ERR_INVALID_ARG_TYPE)('options.histogram', 'RecordableHistogram', histogram);
  }
  function timerified(...args) {
    const isConstructed = new.target !== undefined;
    const start = binding.now();
    const result = isConstructed ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
    const finish = () => complete(fn.name, start, args, histogram);
    if (!isConstructed && typeof result?.finally === 'function') return result.finally(finish);
    finish();
    return result;
  }
  Object.defineProperties(timerified, {
    length: { value: fn.length, configurable: false, enumerable: true },
    name: { value: `timerified ${fn.name}`, configurable: false, enumerable: true },
  });
  return timerified;
}

module.exports = { timerify };
