// SPDX-License-Identifier: MIT
'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const { apply } = Reflect;
const kCustom = Symbol.for('nodejs.util.promisify.custom');
// Names for the values a callback gets, where there is more than one: the promise then has an object of them.
const kCustomArgs = Symbol('customPromisifyArgs');

function markCustom(fn) {
  return Object.defineProperty(fn, kCustom, {
    __proto__: null,
    value: fn,
    enumerable: false,
    writable: false,
    configurable: true,
  });
}

function nameValues(names, values) {
  const named = {};
  for (let i = 0; i < names.length; i++) named[names[i]] = values[i];
  return named;
}

/** Makes a function that returns a promise from one whose last argument is an error-first callback. */
function promisify(original) {
  validateFunction(original, 'original');
  if (original[kCustom]) {
    const custom = original[kCustom];
    validateFunction(custom, 'util.promisify.custom');
    return markCustom(custom);
  }
  const names = original[kCustomArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      args.push((error, ...values) => {
        if (error) reject(error);
        else if (names !== undefined && values.length > 1) resolve(nameValues(names, values));
        else resolve(values[0]);
      });
      apply(original, this, args);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  markCustom(fn);
  const descriptors = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(descriptors)) Object.defineProperty(fn, key, descriptors[key]);
  return fn;
}
promisify.custom = kCustom;

function reportRejection(reason, callback) {
  // A callback tells success by a falsy error, so a falsy reason needs a wrapper.
  if (!reason) {
    const error = new codes.ERR_FALSY_VALUE_REJECTION(reason);
    return callback(error);
  }
  return callback(reason);
}

/** Makes a function that takes an error-first callback from one that returns a promise. */
function callbackify(original) {
  validateFunction(original, 'original');
  function callbackified(...args) {
    const last = args.pop();
    validateFunction(last, 'last argument');
    const callback = last.bind(this);
    // On a tick, so that what the callback throws is an uncaught exception and not a rejection.
    apply(original, this, args).then(
      (value) => globalThis.process.nextTick(callback, null, value),
      (reason) => globalThis.process.nextTick(reportRejection, reason, callback),
    );
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length?.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name?.value === 'string') descriptors.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(descriptors)) Object.defineProperty(callbackified, key, descriptors[key]);
  return callbackified;
}

module.exports = { callbackify, kCustomPromisifyArgsSymbol: kCustomArgs, promisify };
